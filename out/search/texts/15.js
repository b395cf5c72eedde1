zhibuSearch.put("texts/15",[["showcases/aa-1/index.html","照着做",[["unfinished","没做成、还在改","补学还没有人管。"]]]])
