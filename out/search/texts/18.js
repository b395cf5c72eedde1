zhibuSearch.put("texts/18",[["showcases/aa-1/index.html","照着做",[["getting-there","怎么到","楼、层\n信息楼，二层\n门\n北门\n最后五十米\n进门上二层左转\n台阶 有\n电梯 无\n卫生间 有\n座位 不详\n助听 无"]]]])
