zhibuSearch.put("texts/26",[["points/route/index.html","半天路线单",[["points","看哪几处","照着做甲学院第一党支部 · 45 分钟 · 预约 · 最近 11月28日（星期四）14:30—16:30 · 有台阶，没有电梯"]]]])
