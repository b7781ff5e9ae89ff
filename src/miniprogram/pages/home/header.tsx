import { Text, View } from '@tarojs/components';
import type { ChosenPlace } from '@/client/place';
import { routes } from '@/client/routes';
import type { Region } from '@/domain/eligibility/pack';
import { Box, Icon, Press } from '@/ui';
import { copy } from './copy';

/** The brand line of the browser; WeChat shows the name in its own bar. */
export function HomeHeader() {
  return (
    <Box tag="header" className="home-brand">
      <View className="home-brand__mark">
        <Icon name="brand" size={22} />
      </View>
      <Box tag="h1" className="home-brand__name">
        {copy.brand}
      </Box>
    </Box>
  );
}

/** Which place this speaks for, and whose office. */
export function WhoSpeaks({ region, place }: { region: Region; place: ChosenPlace | null }) {
  const unit = region.units.find(({ id }) => id === place?.unit);
  const where = [unit?.short_name ?? region.short_name, place?.pointName].filter(Boolean).join(' · ');
  return (
    <View className="home-who">
      <Icon name="location" duo />
      <View className="home-who__words">
        <View className="home-who__place">{where}</View>
        <View className="home-who__owner">{copy.ownedBy(region.owner.name)}</View>
      </View>
      <Press className="home-who__change" to={routes.choosePlace()} spoken={copy.changePlace}>
        <Text>{copy.changePlace}</Text>
      </Press>
    </View>
  );
}
