/** The policy book, validated and put into the function's bundle by `config/tasks/build-function.mts`. */
declare module 'embedded-policy' {
  const book: import('../policy-book/book').PolicyBook;
  export default book;
}
