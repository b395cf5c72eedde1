zhibuSearch.put("texts/19",[["showcases/aa-1/index.html","照着做",[["takeaways","带走","记录样表 .docx，8 KB3.1 支部党员大会"]]]])
