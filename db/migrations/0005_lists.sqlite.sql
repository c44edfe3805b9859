create index complaint_by_failure on complaint (failure, id);
