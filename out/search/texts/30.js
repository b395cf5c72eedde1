zhibuSearch.put("texts/30",[["visits/noted/index.html","2019年观摩记录有无",[["went","去看","基层党委\n有记录\n无记录\n甲学院党委\n—\n甲学院第一党支部、甲学院第二党支部"]]]])
