zhibuSearch.put("texts/29",[["visits/noted/index.html","2019年观摩记录有无",[["received","接待","观摩点\n一季度\n二季度\n三季度\n四季度\n来访的日期、支部、人数\n甲学院第一党支部\n—\n—\n—\n—\n无记录"]]]])
