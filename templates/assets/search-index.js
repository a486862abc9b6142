/* The search index: unpacks `words.js` and finds documents. It knows no page; `search.js` shows what it finds.
   Words are folded as in site_src/search/words.py, packed as in site_src/search/packed.py. */
var linimasaSearch = (function () {
  "use strict";
  var DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  var LETTERS = { "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe" };
  var WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
  var KIN = 0.4, BEGINNING = 0.5, NEAR = 0.4;  // how much a word counts that is not the very one

  function fold(text) {
    return text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f\u02b0-\u02ff]/g, "")
      .replace(/[ıøłđðþßæœ]/g, function (letter) { return LETTERS[letter]; });
  }

  /* The words of a text with their places: [folded, start, end]. */
  function words(text) {
    var found = [], match;
    WORD.lastIndex = 0;
    while ((match = WORD.exec(text))) {
      var word = fold(match[0]);
      if (word.length > 1 || /[0-9\u2e80-\uffff]/.test(word)) found.push([word, match.index, WORD.lastIndex]);
    }
    return found;
  }

  function numbers(text) {
    var found = [], value = 0, scale = 1;
    for (var at = 0; at < text.length; at++) {
      var digit = VALUES[text.charCodeAt(at)];
      value += (digit & 31) * scale;
      if (digit > 31) { scale *= 32; } else { found.push(value); value = 0; scale = 1; }
    }
    return found;
  }
  var VALUES = new Uint8Array(128);
  for (var one = 0; one < 64; one++) VALUES[DIGITS.charCodeAt(one)] = one;

  function unpackForms(text) {
    var last = "";
    return text ? text.split(" ").map(function (coded) {
      last = last.slice(0, parseInt(coded[0], 36)) + coded.slice(1);
      return last;
    }) : [];
  }

  function unpackStems(text) {
    var next = 0;
    return text.split(",").map(function (coded) {
      var base = next;
      return coded.split("+").map(function (back) { return back ? next - parseInt(back, 36) : next++; });
    });
  }

  function unpackPostings(text, weights) {
    var starts = [0], documents = [], last = -1;
    numbers(text).forEach(function (step) {
      if (step) { last += step; documents.push(last); } else { starts.push(documents.length); last = -1; }
    });
    return {
      starts: Uint32Array.from(starts),
      documents: Uint32Array.from(documents),
      weights: Uint8Array.from(weights, Number)
    };
  }

  function unpackYears(first, span) {
    var year = 0, spans = numbers(span);
    return numbers(first).map(function (step, at) {
      year += step % 2 ? -(step + 1) / 2 : step / 2;
      return [year, year + spans[at]];
    });
  }

  /* Which letters a word has, as bits: two words at distance n differ in at most 2n of them. */
  function letters(word) {
    var bits = 0;
    for (var at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) % 32);
    return bits;
  }

  function bitsOf(value) {
    var count = 0;
    while (value) { value &= value - 1; count++; }
    return count;
  }

  /* Edits between two words (a letter more, less, other, or two swapped); more than `most` is told as most + 1. */
  function distance(left, right, most) {
    var before = [], last = [], row, at, other;
    for (other = 0; other <= right.length; other++) last[other] = other;
    for (at = 1; at <= left.length; at++) {
      row = [at];
      var least = at;
      for (other = 1; other <= right.length; other++) {
        var same = left[at - 1] === right[other - 1] ? 0 : 1;
        row[other] = Math.min(last[other] + 1, row[other - 1] + 1, last[other - 1] + same);
        if (at > 1 && other > 1 && left[at - 1] === right[other - 2] && left[at - 2] === right[other - 1]) {
          row[other] = Math.min(row[other], before[other - 2] + 1);
        }
        if (row[other] < least) least = row[other];
      }
      if (least > most) return most + 1;
      before = last;
      last = row;
    }
    return last[right.length];
  }

  function open(packed) {
    var forms = unpackForms(packed.forms), stemsOf = unpackStems(packed.stems);
    var postings = unpackPostings(packed.postings, packed.weights);
    var years = unpackYears(packed.first, packed.span), kinds = numbers(packed.kind);
    var weight = Array.from(packed.weight, Number), sorts = [], bits = null, kin = new Map();
    var numberOf = new Map(forms.map(function (form, at) { return [form, at]; }));
    stemsOf.forEach(function (stems, at) {
      stems.forEach(function (stem) { if (kin.has(stem)) kin.get(stem).push(at); else kin.set(stem, [at]); });
    });
    packed.sorts.forEach(function (run) { for (var left = run[1]; left; left--) sorts.push(run[0]); });

    function near(word, most) {
      if (!bits) bits = Uint32Array.from(forms, letters);
      var own = letters(word), best = [], least = most;
      forms.forEach(function (form, at) {
        if (Math.abs(form.length - word.length) > least || bitsOf(bits[at] ^ own) > 2 * least) return;
        var far = distance(word, form, least);
        if (far > least) return;
        if (far < least) { best = []; least = far; }
        best.push(at);
      });
      return best;
    }

    function beginning(word) {
      var low = 0, high = forms.length, found = [];
      while (low < high) {
        var middle = (low + high) >> 1;
        if (forms[middle] < word) low = middle + 1; else high = middle;
      }
      for (; low < forms.length && forms[low].startsWith(word); low++) found.push(low);
      return found;
    }

    /* The known word to which an unknown one adds an ending of at most three letters. */
    function longer(word) {
      for (var size = word.length - 1; size >= Math.max(4, word.length - 3); size--) {
        var known = numberOf.get(word.slice(0, size));
        if (known !== undefined) return [known];
      }
      return [];
    }

    /* The longest known words inside an unknown one, at least half of it: its other forms are not in these texts. */
    function within(word) {
      for (var size = word.length - 1; size >= Math.max(4, word.length / 2); size--) {
        var found = [];
        for (var at = 0; at + size <= word.length; at++) {
          var part = numberOf.get(word.slice(at, at + size));
          if (part !== undefined) found.push(part);
        }
        if (found.length) return found;
      }
      return [];
    }

    /* What a typed word may mean: words with how much they count, and those taken instead of it, if any. */
    function meant(word, unfinished) {
      var taken = new Map(), instead = [];
      function take(found, factor) {
        found.forEach(function (at) { if (factor > (taken.get(at) || 0)) taken.set(at, factor); });
      }
      function takeKin(found, factor) {
        take(found, factor);
        found.forEach(function (at) {
          stemsOf[at].forEach(function (stem) { take(kin.get(stem), factor * KIN); });
        });
      }
      var exact = numberOf.get(word);
      if (exact !== undefined) takeKin([exact], 1);
      if (word.length > 1 && (unfinished || exact === undefined)) take(beginning(word), BEGINNING);
      if (!taken.size && word.length > 3 && !/\d/.test(word)) {
        var found = longer(word);
        if (!found.length) found = near(word, 1);
        if (!found.length) found = within(word);
        if (!found.length && word.length > 6) found = near(word, 2);
        takeKin(found, NEAR);
        instead = found.map(function (at) { return forms[at]; });
      }
      return { word: word, taken: taken, instead: instead };
    }

    /* For each document that has the word, how much it tells there. */
    function weigh(meaning) {
      var found = new Map();
      meaning.taken.forEach(function (factor, form) {
        for (var at = postings.starts[form]; at < postings.starts[form + 1]; at++) {
          var id = postings.documents[at], told = factor * (postings.weights[at] + 1);
          if (told > (found.get(id) || 0)) found.set(id, told);
        }
      });
      return found;
    }

    function passes(id, filter) {
      if (filter.kind && (packed.kinds[kinds[id]] !== filter.kind || sorts[id] !== "entry")) return false;
      if (filter.from && !(years[id][1] >= filter.from)) return false;
      if (filter.to && !(years[id][0] && years[id][0] <= filter.to)) return false;
      return true;
    }

    /* Scores by document: those that have every word that tells something; if none has, those with some (`partial`). */
    function score(meanings) {
      var lists = meanings.map(weigh), scores = new Map(), had = new Map(), needed = 0;
      var rare = lists.map(function (list, at) {
        return list.size * 8 <= packed.count && (meanings[at].word.length > 2 || /\d/.test(meanings[at].word));
      });
      lists.forEach(function (list, at) {
        var all = !rare.includes(true);
        var bit = all || rare[at] ? 1 << at : 0;
        var idf = Math.log(1 + (packed.count - list.size + 0.5) / (list.size + 0.5));
        needed |= bit;
        list.forEach(function (told, id) {
          scores.set(id, (scores.get(id) || 0) + told * idf);
          had.set(id, (had.get(id) || 0) | bit);
        });
      });
      var full = Array.from(scores.keys()).filter(function (id) { return had.get(id) === needed; });
      return { ids: full.length ? full : Array.from(scores.keys()), scores: scores, partial: !full.length && scores.size > 0 };
    }

    function everything() {
      var ids = sorts.map(function (_, id) { return id; });
      return { ids: ids, scores: new Map(), partial: false };
    }

    function worth(found, id) {
      return (found.scores.get(id) || 1) * (1 + weight[id] / 9);
    }

    /* Find documents: {ids, counts by sort, meanings, partial}. An empty query with a filter finds all that pass. */
    function find(query, filter) {
      var typed = words(query).slice(0, 16).map(function (word) { return word[0]; });
      var unfinished = !/\s$/.test(query);
      var meanings = typed.map(function (word, at) { return meant(word, unfinished && at === typed.length - 1); });
      var found = typed.length ? score(meanings) : everything();
      var fit = found.ids.filter(function (id) { return passes(id, filter); }), counts = {};
      fit.forEach(function (id) { counts[sorts[id]] = (counts[sorts[id]] || 0) + 1; });
      var ids = filter.what ? fit.filter(function (id) { return sorts[id] === filter.what; }) : fit;
      var turn = { oldest: 1, newest: -1 }[filter.order];
      ids.sort(function (one, other) {
        var byTime = turn && (!years[one][0] - !years[other][0] || turn * (years[one][0] - years[other][0] || one - other));
        return byTime || worth(found, other) - worth(found, one) || one - other;
      });
      return { ids: ids, counts: counts, all: fit.length, meanings: meanings, partial: found.partial };
    }

    /* The places in a text where a typed word stands, in any of its forms: [[start, end], ...]. */
    function marks(text, meanings) {
      return words(text).filter(function (place) {
        var at = numberOf.get(place[0]);
        return at !== undefined && meanings.some(function (meaning) { return meaning.taken.has(at); });
      }).map(function (place) { return [place[1], place[2]]; });
    }

    return {
      find: find,
      marks: marks,
      count: packed.count,
      shard: packed.shard,
      sort: function (id) { return sorts[id]; },
      kind: function (id) { return packed.kinds[kinds[id]]; }
    };
  }

  return { open: open, words: words, distance: distance };
})();
