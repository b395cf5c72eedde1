zhibuSearch.put("texts/16",[["showcases/aa-1/index.html","照着做",[["suits","适合谁、不适合谁","适合人在一层楼的，不适合天天换班的。"]]]])
