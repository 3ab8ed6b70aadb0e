// Sorting and searching the list of all problems. The page is whole without this: worst first, with its choices.
// It goes into index.html alone, under the page's policy with its own hash; it loads nothing and keeps nothing.
(function () {
  'use strict';
  var table = document.querySelector('.problems');
  if (!table || table.tBodies[0].rows.length < 2) return;
  var body = table.tBodies[0], rows = Array.from(body.rows), said = document.createElement('p');
  table.classList.add('sortable');
  said.className = 'note';
  said.setAttribute('role', 'status');

  // Columns whose cells bear a value, data-v; rows without one stay last in both directions.
  function sort(head, at, button) {
    var up = head.getAttribute('aria-sort') !== 'ascending';
    rows.slice().sort(function (a, b) {
      var x = a.cells[at].dataset.v, y = b.cells[at].dataset.v, order;
      if (!x !== !y) return x ? -1 : 1;
      order = !x ? 0 : isNaN(x) || isNaN(y) ? x.localeCompare(y) : x - y;
      return (up ? order : -order) || rows.indexOf(a) - rows.indexOf(b);
    }).forEach(function (row) { body.append(row); });
    table.querySelectorAll('[aria-sort]').forEach(function (other) { other.removeAttribute('aria-sort'); });
    head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
    said.textContent = 'Sorted by ' + button.textContent.toLowerCase() + (up ? ', rising.' : ', falling.');
  }

  Array.from(table.tHead.rows[0].cells).forEach(function (head, at) {
    if (!rows.some(function (row) { return row.cells[at].dataset.v; })) return;
    var button = document.createElement('button');
    button.type = 'button';
    button.append.apply(button, Array.from(head.childNodes));
    button.addEventListener('click', function () { sort(head, at, button); });
    head.append(button);
  });

  // A row is found if it holds every word.
  var texts = rows.map(function (row) { return row.textContent.toLowerCase(); });
  var search = document.createElement('p'), label = document.createElement('label'), field = document.createElement('input');
  search.className = 'search';
  field.type = 'search';
  label.append('Search', field);
  search.append(label);
  field.addEventListener('input', function () {
    var words = field.value.toLowerCase().split(/\s+/), found = 0;
    rows.forEach(function (row, index) {
      var holds = words.every(function (word) { return texts[index].indexOf(word) >= 0; });
      row.classList.toggle('unfound', !holds);
      if (holds) found += 1;
    });
    said.textContent = field.value.trim() ? found + ' of ' + rows.length + ' problems hold these words.' : '';
  });
  table.before(search, said);
})();
