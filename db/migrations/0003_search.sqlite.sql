-- Text of a case for searching. `body` is folded text, `grams` its bigrams. rowid is the case's place in time:
-- second of the notice, then key (2^30 x seconds + key), because an FTS5 table is read in the order of rowid
-- only: so the newest 50 of any number of hits are the first 50 read.
create virtual table complaint_search using fts5 (
  body unindexed, grams, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* P* S* Co'");
-- Where the text of a case stands, to find it again when the time of the notice was corrected.
create table complaint_search_place (
  complaint_id integer not null primary key references complaint (id),
  place integer not null unique
) strict;
