create index complaint_by_failure on complaint (failure collate "zh-x-icu", id);
create index customer_by_name on customer (name collate "zh-x-icu");
