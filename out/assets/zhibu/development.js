/* 日期推算: from one date to the limits of the following steps. Rules and days off are data of the page; nothing is kept or sent. */
(function () {
  "use strict";
  var source = document.getElementById("zb-dates-data");
  if (!source) return;
  var data = JSON.parse(source.textContent);
  var start = document.getElementById("zb-dates-start");
  var input = document.getElementById("zb-dates-day");
  var status = document.getElementById("zb-dates-status");
  var table = document.getElementById("zb-dates-table");
  var exceptions = {};
  var DAY = 86400000;
  var KINDS = { earliest: "最早可以", latest: "最迟应当", until: "到" };
  data.exceptions.forEach(function (day) { exceptions[day] = true; });

  function parse(text) {
    var parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
    return parts ? Date.UTC(+parts[1], +parts[2] - 1, +parts[3]) : NaN;
  }

  function iso(time) { return new Date(time).toISOString().slice(0, 10); }

  function months(time, count) {
    var day = new Date(time);
    var last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + count + 1, 0));
    last.setUTCDate(Math.min(day.getUTCDate(), last.getUTCDate()));
    return last.getTime();
  }

  function known(time) {
    var year = new Date(time).getUTCFullYear();
    return data.years[0] <= year && year <= data.years[1];
  }

  function atWork(time) {
    var weekday = new Date(time).getUTCDay();
    var usual = weekday > 0 && weekday < 6;
    return known(time) && exceptions[iso(time)] ? !usual : usual;
  }

  function workingDays(time, count) {
    while (count > 0) {
      time += DAY;
      if (atWork(time)) count -= 1;
    }
    return time;
  }

  /** The day on which a limit that runs from `time` ends, and whether it was counted without a holiday table. */
  function end(limit, time) {
    switch (limit.unit) {
      case "月": return { day: months(time, limit.number), provisional: false };
      case "天": return { day: time + limit.number * DAY, provisional: false };
      default:
        var from = limit.unit === "工作日" ? time : time - DAY;
        var day = workingDays(from, limit.number);
        return { day: day, provisional: !known(from) || !known(day) };
    }
  }

  function version(day) {
    return data.versions.find(function (row) {
      return (!row.since || row.since <= day) && (!row.until || day <= row.until);
    });
  }

  function cell(name, text, label) {
    var made = document.createElement(name);
    made.textContent = text;
    if (label) made.dataset.label = label;
    return made;
  }

  function line(limit, found, chosen) {
    var row = document.createElement("tr");
    var head = cell("th", limit.target);
    head.scope = "row";
    row.dataset.limit = limit.id;
    var when = cell("td", KINDS[limit.kind] + " ", "期限");
    var day = iso(found.day);
    var time = cell("time", day.slice(0, 4) + "年" + +day.slice(5, 7) + "月" + +day.slice(8) + "日");
    time.dateTime = day;
    when.append(time);
    if (found.provisional) when.append("（暂算：没有这一年的放假安排）");
    if (chosen.until && day > chosen.until) when.append("（那时已换新版，请按新版核对）");
    row.append(head, when, cell("td", chosen.document + limit.told, "依据"));
    return row;
  }

  function show() {
    var time = parse(input.value);
    var chosen = isNaN(time) ? null : version(input.value);
    var limits = chosen ? chosen.limits.filter(function (limit) { return limit.start === start.value; }) : [];
    table.tBodies[0].replaceChildren.apply(table.tBodies[0], limits.map(function (limit) {
      return line(limit, end(limit, time), chosen);
    }));
    table.hidden = !limits.length;
    status.textContent = isNaN(time) ? "" : !chosen ? "没有管那一天的流程。" :
      limits.length ? "推算出 " + limits.length + " 个期限。" : "按那一天的流程，这一步没有要推算的期限。";
  }

  function options() {
    var seen = {};
    data.versions.forEach(function (row) {
      row.limits.forEach(function (limit) {
        if (seen[limit.start]) return;
        seen[limit.start] = true;
        start.append(new Option(limit.start, limit.start));
      });
    });
  }

  options();
  start.disabled = input.disabled = false;
  start.addEventListener("change", show);
  input.addEventListener("input", show);
})();
