"""The search index: shards that a script of the site reads on need (`theme/assets/zhibu/search/index.js`)."""
