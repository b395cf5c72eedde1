zhibuSearch.put("texts/25",[["points/route/index.html","半天路线单",[["days","哪个半天","到2020年1月20日为止，没有哪个半天有两处同时开着。"]]]])
