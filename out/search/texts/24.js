zhibuSearch.put("texts/24",[["points/route/index.html","半天路线单",[["","半天路线单","观摩点\n一个半天看两处，至多三处：看多了就成了走马观花。走路要几分钟由去的人写，程序不估。"]]]])
