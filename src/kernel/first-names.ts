// First names that are common in Finland, for noticing a person's name in text meant to hold none. Never complete, and
// need not be: it only makes people look once more at what they wrote.

const FINNISH = `
  Aarne Aino Aleksi Anna Anne Anneli Anni Anniina Annikki Antero Antti Anu Ari Armi Arto Asko Atte Eero Eetu Eeva Eija
  Eila Eino Elina Elisa Elli Emilia Emma Erja Erkki Esa Esko Eveliina Hanna Hannele Hannu Harri Heidi Heikki Heli Helena
  Helmi Henna Henri Hilkka Iida Iiro Ilkka Ilmari Ilona Inkeri Irma Irmeli Jaakko Jaana Jani Janne Jari Jarmo Jenni Joni
  Jonna Jorma Jouko Jouni Juha Juhani Juho Jukka Jussi Jyrki Kaarina Kai Kaija Kaisa Kaisu Kalevi Kalle Kari Katariina
  Kati Katja Katri Kauko Keijo Kerttu Kimmo Kirsi Krista Kristiina Kyllikki Lasse Lauri Leena Leila Leo Liisa Lotta Maarit
  Maija Mari Maria Marika Marita Marja Marjatta Markku Marko Markus Martti Matias Matti Mauri Merja Mervi Mia Miia Mika
  Mikael Mikko Milla Minna Mirja Mirjami Miro Niina Niko Noora Olavi Olli Onni Oona Oskari Outi Paavo Pasi Paula Pauli
  Pekka Pentti Pertti Petra Petri Pia Piia Pirjo Pirkko Päivi Raija Raili Raimo Reijo Reino Riikka Riitta Risto Ritva
  Roope Saara Sakari Sami Samuli Sanna Sanni Santeri Sari Satu Seija Seppo Simo Sinikka Sirkka Sirpa Sisko Sofia Suvi Taina
  Taneli Tapani Tapio Tarja Taru Teemu Teija Terhi Tero Terttu Tiia Tiina Timo Toivo Tommi Toni Tuija Tuomas Tuomo Tuula
  Tuulikki Ulla Urho Valtteri Veera Veijo Veikko Venla Vesa Vilho Ville Vilma Virpi Väinö Yrjö`;

const SWEDISH = `
  Anders Anita Annika Barbro Birgitta Björn Carita Carl Carola Christian Christina Erik Fredrik Gun Gunilla Göran Gustav
  Hans Henrik Håkan Ingrid Johan Jonas Karl Karin Kerstin Kristian Lars Magnus Margareta Mats Nils Ole Per Peter Siv
  Stefan Sven Susanne Ulf Ulrika Viveka Åke Åsa`;

// Forms that are everyday words at the start of a sentence: "Annan palautetta", "Toivon vastausta", "Ainoa keino".
const ORDINARY_WORDS = [
  'annan',
  'annat',
  'toivon',
  'toivoa',
  'ainoa',
  'ainoan',
  'ainona',
  'kain',
  'leon',
  'olen',
  'olla',
];

const ENDINGS_OF_WEAK_STEM = ['n', 'lla', 'llä', 'lle', 'lta', 'ltä', 'ssa', 'ssä', 'sta', 'stä', 'ksi'];
const ENDINGS_OF_STRONG_STEM = ['a', 'ä', 'ta', 'tä', 'na', 'nä'];

const nominatives: ReadonlySet<string> = new Set(`${FINNISH} ${SWEDISH}`.toLowerCase().trim().split(/\s+/));
const inflected: ReadonlySet<string> = new Set(
  [...nominatives].flatMap(inflectedForms).filter((form) => !nominatives.has(form) && !ORDINARY_WORDS.includes(form)),
);

/** True when the word is a common first name or a double one (Anna-Liisa), in any case of the language; capitals do not matter. */
export function isFirstName(word: string): boolean {
  const parts = word.toLowerCase().split('-');
  const last = parts.pop() ?? '';
  return parts.every((part) => nominatives.has(part)) && (nominatives.has(last) || inflected.has(last));
}

function inflectedForms(name: string): readonly string[] {
  const strong = stemOf(name);
  // Consonant gradation as names have it: Pekka, Pekan; Matti, Matin.
  const weak = strong.replace(/([kpt])\1(?=[aeiouyäö]$)/, '$1');
  return [
    ...ENDINGS_OF_WEAK_STEM.map((ending) => weak + ending),
    ...ENDINGS_OF_STRONG_STEM.map((ending) => strong + ending),
    `${strong}${strong.slice(-1)}n`,
  ];
}

// Tuomas, Tuomakse-; Lars, Larsi-; Karin, Karini-.
function stemOf(name: string): string {
  if (/[aeiouyäöå]$/.test(name)) {
    return name;
  }
  return /[aeiouyäö]s$/.test(name) ? `${name.slice(0, -1)}kse` : `${name}i`;
}
