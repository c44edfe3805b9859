-- Text of a case for searching. `body` is folded text, `grams` its bigrams.
create table complaint_search (
  complaint_id bigint primary key references complaint (id),
  body text not null,
  grams text[] not null
);
create index complaint_search_grams on complaint_search using gin (grams);
