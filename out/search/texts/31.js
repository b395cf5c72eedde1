zhibuSearch.put("texts/31",[["branches/aa-1/index.html","甲学院第一党支部",[["","甲学院第一党支部","","jxydydzb"]]]])
