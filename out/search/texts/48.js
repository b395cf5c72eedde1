zhibuSearch.put("texts/48",[["index.html","首页",[["","首页","三 组织生活1 项\n3.1 支部党员大会"]]]])
