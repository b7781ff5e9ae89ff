import { useEffect, useState } from 'react';

const PATIENCE_MS = 4000;

/** What is known already is waited for; but nobody waits long for it. */
export function usePatience(): boolean {
  const [patient, setPatient] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setPatient(false), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return patient;
}
