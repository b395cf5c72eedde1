/* Beside an unpacked site: goes straight to its home page, whose folder is the one that this script lies in. */
(function () {
  "use strict";
  var own = document.currentScript.src;
  location.replace(own.replace(/assets\/zhibu\/start\.js.*$/, "index.html"));
}());
