/* 记一次会 and 记一次观摩 without a page: field checks, the rules of the record kind, and the text of a note, written and read.
   Fields, rules, patterns and the format are data that Python made; Python reads notes by the same. */
(function () {
  "use strict";

  var CRC = [];
  for (var at = 0; at < 256; at += 1) {
    var rest = at;
    for (var bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
    CRC.push(rest >>> 0);
  }

  function crc32(text) {
    var bytes = unescape(encodeURIComponent(text));
    var sum = 0xffffffff;
    for (var place = 0; place < bytes.length; place += 1) sum = CRC[(sum ^ bytes.charCodeAt(place)) & 255] ^ (sum >>> 8);
    return (sum ^ 0xffffffff) >>> 0;
  }

  /** A list of every item of `found`, which may be missing, one value, or a list. */
  function items(found) { return found === undefined || found === null ? [] : Array.isArray(found) ? found : [found]; }

  function filled(value) { return value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && !value.length); }

  /** What a note of the kind of record that `data` describes is: its checks and its text. */
  window.zhibuNote = function (data) {
    var format = data.format;
    var space = new RegExp("[" + format.space + "]+", "g");
    var ends = new RegExp("^[" + format.space + "]+|[" + format.space + "]+$", "g");
    var steps = new RegExp("[" + format.steps.replace(/[.]/, "\\.") + "]", "g");

    function strip(text) { return String(text).replace(ends, ""); }

    function canonical(line) { return line.normalize("NFKC").replace(space, "").replace(steps, format.step); }

    function digits(number, count) {
      var made = "";
      for (var place = 0; place < count; place += 1) {
        made = format.digits.charAt(number % 32) + made;
        number = Math.floor(number / 32);
      }
      return made;
    }

    function checkLine(lines) {
      var said = lines.map(canonical);
      var each = said.map(function (line) { return digits(crc32(line), format.lineDigits); }).join("");
      return format.check + said.length + "行" + format.step + digits(crc32(said.join("\n")), format.allDigits) + format.step + each;
    }

    // Field by field -------------------------------------------------------------------------------------------------

    function realDay(text) {
      var parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
      if (!parts) return null;
      var day = new Date(Date.UTC(+parts[1], +parts[2] - 1, +parts[3]));
      if (+parts[1] < 100) day.setUTCFullYear(+parts[1]);
      return +parts[1] > 0 && day.getUTCMonth() + 1 === +parts[2] && day.getUTCDate() === +parts[3];
    }

    function times(text) {
      var found = /^(\d{1,2}):(\d{2})(?: *[-–—~～至到] *(\d{1,2}):(\d{2}))?$/.exec(text);
      if (!found) return ["R131", "时间写成 14:30-16:10 这样"];
      var start = 60 * found[1] + +found[2];
      var end = found[3] === undefined ? null : 60 * found[3] + +found[4];
      if (+found[2] > 59 || +(found[4] || 0) > 59 || start >= 1440 || end > 1440) return ["R132", "没有这样的时刻"];
      return end !== null && end <= start ? ["R132", "结束不晚于开始"] : null;
    }

    var KINDS = {
      "日期": function (text) {
        var real = realDay(text);
        return real === null ? ["R105", "日期写“年-月-日”：四位年、两位月、两位日"] : real ? null : ["R106", "没有这一天"];
      },
      "整数": function (text) { return /^\d{1,9}$/.test(text) ? null : ["R107", "写阿拉伯数字，不带单位"]; },
      "数": function (text) { return /^\d{1,5}(\.\d{1,2})?$/.test(text) ? null : ["R108", "写数字，最多两位小数"]; },
      "时间": times,
      "支部编号": function (text) { return /^[a-z0-9][a-z0-9-]{0,39}$/.test(text) ? null : ["R114", "只用小写字母、数字和连字符"]; }
    };

    /** What is wrong with one value: its code and what is told; null where nothing is. */
    function wrong(field, text) {
      if (field.choices) return field.choices.indexOf(text) < 0 ? ["R104", "不是可选的值"] : null;
      if (KINDS[field.kind]) return KINDS[field.kind](text);
      return Array.from(text).length > field.longest ? ["R133", "不超过 " + field.longest + " 个字"] : null;
    }

    function luhn(text) {
      var sum = 0;
      text.replace(/\D/g, "").split("").reverse().forEach(function (digit, place) {
        var value = place % 2 ? 2 * digit : +digit;
        sum += value > 9 ? value - 9 : value;
      });
      return sum % 10 === 0;
    }

    function idNumber(text) {
      var weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
      var sum = weights.reduce(function (total, weight, place) { return total + weight * text.charAt(place); }, 0);
      return "10X98765432".charAt(sum % 11) === text.charAt(17).toUpperCase();
    }

    var HOLDS = { id: idNumber, card: luhn };

    /** What personal data a text holds, told as the gate tells it. */
    function personal(text) {
      var plain = text.normalize("NFKC");
      var told = [];
      data.personal.forEach(function (row) {
        var form = new RegExp("(^|[^" + row.before + "])(" + row.form + ")(?![" + row.after + "])", "g");
        if (!row.before) form = new RegExp("()(" + row.form + ")", "g");
        plain = plain.replace(form, function (all, before, found) {
          if (HOLDS[row.verified] && !HOLDS[row.verified](found)) return all;
          told.push([row.code, "这里像是" + row.what + "，不得写入"]);
          return before + new Array(found.length + 1).join("□");
        });
      });
      return told;
    }

    function problem(code, path, message, hint) {
      return { code: code, severity: data.severities[code] || "错误", path: path, message: message, hint: hint || "" };
    }

    /** Every problem of the fields; `found` gets each value that is sound, by its path. */
    function fieldProblems(fields, values, path, found) {
      fields.forEach(function (field) {
        var value = values[field.key];
        var own = path.concat(field.key);
        if (!filled(value)) {
          if (field.required) found.push(problem("R101", own, "“" + field.key + "”必须填", field.hint));
        } else if (field.fields) {
          items(value).forEach(function (row, number) {
            fieldProblems(field.fields, row, field.many ? own.concat(number) : own, found);
          });
        } else {
          items(value).forEach(function (text) {
            var told = wrong(field, text);
            if (told) found.push(problem(told[0], own, "“" + field.key + "”" + told[1], field.hint));
            if (!field.choices) personal(text).forEach(function (each) { found.push(problem(each[0], own, "“" + field.key + "”" + each[1])); });
          });
        }
      });
      return found;
    }

    // The rules ------------------------------------------------------------------------------------------------------

    function fieldAt(fields, path) {
      var field = null;
      path.forEach(function (key) {
        field = fields.find(function (each) { return each.key === key; });
        fields = field.fields || [];
      });
      return field;
    }

    function fieldsAt(path) { return path.length ? fieldAt(data.fields, path).fields : data.fields; }

    /** What a term is worth: a number, a day or a choice as text, a list; null where it is left out or cannot be read. */
    function worth(term, row, outer, rule) {
      if (!term.path.length) return term.number;
      var fields = fieldsAt(term.outer ? rule.of : rule.of.concat(rule.each));
      var value = term.outer ? outer : row;
      for (var step = 0; step < term.path.length && value; step += 1) value = value[term.path[step]];
      var field = fieldAt(fields, term.path);
      if (!filled(value)) value = term.path.length > 1 && !filled((term.outer ? outer : row)[term.path[0]]) ? null : field.initial;
      if (field.many || field.fields) return filled(value) ? value : field.many ? [] : null;
      if (!filled(value) || wrong(field, String(value))) return term.orZero ? 0 : null;
      return field.kind === "整数" ? +value : String(value);
    }

    function sum(terms, row, outer, rule) {
      if (terms.length === 1) return worth(terms[0], row, outer, rule);
      return terms.reduce(function (total, term) {
        var value = total === null ? null : worth(term, row, outer, rule);
        return value === null ? null : total + term.sign * value;
      }, 0);
    }

    var COMPARED = {
      "<": function (one, two) { return one < two; },
      "<=": function (one, two) { return one <= two; },
      ">": function (one, two) { return one > two; },
      ">=": function (one, two) { return one >= two; },
      "=": function (one, two) { return one === two; },
      "!=": function (one, two) { return one !== two; }
    };

    function holds(clause, row, outer, rule) {
      var left = sum(clause.left, row, outer, rule);
      var among = function () { return items(left).some(function (each) { return clause.words.indexOf(each) >= 0; }); };
      switch (clause.verb) {
        case "有": return filled(left);
        case "没有": return !filled(left);
        case "含": return among();
        case "不含": return !among();
        case "重复": return items(left).some(function (each, place) { return left.indexOf(each) !== place; });
        default:
          var right = sum(clause.right, row, outer, rule);
          return left !== null && right !== null && COMPARED[clause.verb](left, right);
      }
    }

    /** The rows at the end of a path, each with the path that leads to it. */
    function rowsAt(path, value, above) {
      if (!path.length) return [{ row: value, path: above }];
      var next = value[path[0]];
      var own = above.concat(path[0]);
      var found = [];
      items(next).forEach(function (row, number) {
        found = found.concat(rowsAt(path.slice(1), row, Array.isArray(next) ? own.concat(number) : own));
      });
      return found;
    }

    function told(parts, rule, row, outer) {
      var words = [].concat.apply([], rule.broken.map(function (clause) { return clause.words || []; }));
      return parts.map(function (part) {
        if (part.text) return part.text;
        var value = sum(part.value, row, outer, rule);
        if (!Array.isArray(value)) return value;
        return value.filter(function (each) { return !part.named || words.indexOf(each) >= 0; }).join("、");
      }).join("");
    }

    function ruleProblems(values) {
      var found = [];
      data.rules.forEach(function (rule) {
        rowsAt(rule.of, values, []).forEach(function (outer) {
          rowsAt(rule.each, outer.row, outer.path).forEach(function (each) {
            var broken = rule.broken.every(function (clause) { return holds(clause, each.row, outer.row, rule); });
            if (broken) found.push(problem(rule.code, each.path.concat(rule.at), told(rule.message, rule, each.row, outer.row), rule.hint));
          });
        });
      });
      return found;
    }

    /** Every problem: of fields, and of the rules except where a field itself is wrong already. */
    function judge(values) {
      var fields = fieldProblems(data.fields, values, [], []);
      var places = fields.map(function (each) { return each.path.join("/"); });
      return fields.concat(ruleProblems(values).filter(function (each) { return places.indexOf(each.path.join("/")) < 0; }));
    }

    // The text -------------------------------------------------------------------------------------------------------

    function lines(fields, values, path) {
      var made = [];
      fields.forEach(function (field) {
        var value = values[field.key];
        if (!filled(value)) return;
        if (!field.fields) made.push(path + field.key + "：" + items(value).join(format.list));
        else items(value).forEach(function (row, number) {
          made = made.concat(lines(field.fields, row, path + field.key + (field.many ? number + 1 : "") + format.step));
        });
      });
      return made;
    }

    function write(values, branch, year) {
      var made = ["【" + format.title + format.step + "第" + format.version + "版】" + branch + format.step + year].concat(lines(data.fields, values, ""));
      return made.concat(checkLine(made)).join("\n") + "\n";
    }

    function listed(value, choices) {
      choices.filter(function (each) { return each.indexOf(format.list) >= 0; }).forEach(function (each) {
        value = value.split(each).join(each.split(format.list).join("\0"));
      });
      return value.split(/[、，,；;]+/).map(function (each) { return strip(each).split("\0").join(format.list); }).filter(Boolean);
    }

    function put(values, path, text) {
      var fields = data.fields;
      var holder = values;
      for (var step = 0; step < path.length; step += 1) {
        var found = /^(.*?)(\d*)$/.exec(path[step]);
        var field = fields.find(function (each) { return each.key === path[step] || each.key === found[1]; });
        if (!field) return false;
        if (!field.fields) {
          holder[field.key] = field.many ? listed(text, field.choices || []) : KINDS[field.kind] ? text.normalize("NFKC") : text;
          return step === path.length - 1;
        }
        var row = field.many ? (+found[2] || 1) - 1 : null;
        if (!holder[field.key]) holder[field.key] = field.many ? [] : {};
        holder = row === null ? holder[field.key] : holder[field.key][row] || (holder[field.key][row] = {});
        fields = field.fields;
      }
      return false;
    }

    /** What a note says; null where it did not come as it was written. */
    function read(text) {
      var whole = text.split(/\r\n|\n|\r/).map(strip).filter(Boolean);
      var first = whole.findIndex(function (line) { return line.indexOf("【" + format.title) >= 0; });
      var last = whole.findIndex(function (line, place) { return place > first && line.indexOf(format.check) >= 0; });
      if (first < 0 || last < 0) return null;
      var kept = whole.slice(first, last);
      kept[0] = kept[0].slice(kept[0].indexOf("【" + format.title));
      if (canonical(whole[last]).indexOf(canonical(checkLine(kept))) < 0) return null;
      var head = /^【[^】]*第(\d+)版】(.+)·(\d{4})/.exec(canonical(kept[0]));
      if (!head || +head[1] !== format.version) return null;
      var values = {};
      var good = kept.slice(1).every(function (line) {
        var parts = /^([^:：]+)[:：]([^]*)$/.exec(line);
        return parts && put(values, canonical(parts[1]).split(format.step), strip(parts[2]));
      });
      return good ? { branch: head[2], year: head[3], values: values } : null;
    }

    return { filled: filled, judge: judge, write: write, read: read, personal: personal, strip: strip };
  };
})();
