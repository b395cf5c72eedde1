zhibuSearch.put("texts/27",[["points/route/index.html","半天路线单",[["sheet","路线单","支部日期人数\n次序\n观摩点\n分钟\n在哪里、向谁约\n走过去几分钟\n我们要问的\n1\n2\n3\n各处都要先约；时段以网页为准。不送礼品，不用餐，不要对方另做展板。"]]]])
