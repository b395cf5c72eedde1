zhibuSearch.put("texts/0",[["standards/index.html","标准",[["","标准","支部党员大会"]]]])
