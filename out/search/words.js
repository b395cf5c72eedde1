zhibuSearch.put("words",{"same":[],"asks":[],"kinds":{},"empty":"","first":[],"last":[],"terms":""})
