// What simulated news is written with. Slots: {org} {town} {facility} {x} {y} {n} {m} {month} are drawn once an affair.

/** A kind of affair. The first claim says that it happened; each claim comes in several wordings. */
export interface Topic {
  readonly facility: readonly string[];
  /** The public body in charge, and who heads it. */
  readonly body: string;
  readonly head: string;
  readonly witnesses: readonly string[];
  readonly papers: readonly string[];
  readonly x: readonly string[];
  readonly y: readonly string[];
  readonly claims: readonly (readonly string[])[];
}

export const ONSETS = 'b br d dr f g gr h j k kl l m n p pr r s sk st t tr v w z zh th'.split(' ');
export const VOWELS = 'a e i o u ai ei ou ea io'.split(' ');
export const CODAS = 'l n r s m k nd rt sk lm th v x ld'.split(' ');
export const PLACES = ['{N}', '{N}', '{N}', '{N}ford', '{N}burg', 'Port {N}', 'Upper {N}', '{N} Bay'];
export const GIVEN =
  'Anna Boris Carla Denis Elena Felix Greta Hugo Irena Jakob Karin Lukas Marta Nikol Olga Pavel Rosa Stefan Tilda Viktor Wanda Yorick Zoe Alban Birgit Cyril Dora Emil Flora Gregor'.split(
    ' ',
  );
export const OUTLETS = ['The {N} Courier', '{N} Gazette', 'Radio {N}', 'The {N} Herald', '{N} Tribune'];
export const WIRES = ['{N} News Agency', '{N} Press Service'];
export const COMPANIES = ['{N} Works', '{N} Holding', '{N} Group', '{N} Brothers', '{N}'];
export const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June'];

export const TOPICS: readonly Topic[] = [
  {
    facility: ['tannery', 'paper mill', 'grain store', 'bakery', 'boatyard', 'furniture factory'],
    body: 'fire service',
    head: 'fire chief',
    witnesses: ['a night porter', 'a lorry driver', 'a canteen cook', 'a crane operator'],
    papers: ['an inspection report', 'a maintenance log', 'an insurance file'],
    x: ['drying room', 'boiler house', 'loading bay', 'paint shop', 'cable duct'],
    y: ['sprinklers', 'alarm', 'fire doors', 'smoke detectors'],
    claims: [
      [
        'a fire destroyed the {org} {facility}',
        'the {org} {facility} was destroyed by a fire',
        'a blaze destroyed the {facility} of {org}',
      ],
      [
        '{n} workers of {org} were injured',
        '{n} {org} workers suffered injuries',
        'the fire injured {n} workers of {org}',
      ],
      ['the fire at {org} started in the {x}', 'the {org} fire broke out in the {x}'],
      ['{org} had switched off the {y} in {month}', 'the {y} of {org} had been switched off since {month}'],
    ],
  },
  {
    facility: ['refinery', 'dye works', 'battery plant', 'fertiliser plant', 'galvanising plant'],
    body: 'environment agency',
    head: 'environment commissioner',
    witnesses: ['a fisherman', 'a lock keeper', 'a ferry pilot', 'an angler'],
    papers: ['a laboratory analysis', 'a shift log', 'an internal memo'],
    x: ['cadmium', 'ammonia', 'benzene', 'cyanide', 'sulphuric acid'],
    y: ['valve', 'storage tank', 'retaining wall', 'pipeline'],
    claims: [
      [
        '{x} from the {org} {facility} poisoned the river at {town}',
        'the river at {town} was poisoned by {x} from the {org} {facility}',
      ],
      ['{n} tonnes of {town} fish died', '{n} tonnes of fish were killed near {town}'],
      ['a broken {org} {y} caused the leak', 'the leak was caused by a broken {y} of {org}'],
      ['{org} last inspected the {y} in {month}', 'the {y} was last inspected by {org} in {month}'],
    ],
  },
  {
    facility: ['bridge', 'grandstand', 'multi-storey car park', 'gymnasium', 'viaduct'],
    body: 'building authority',
    head: 'chief inspector',
    witnesses: ['a bus driver', 'a cyclist', 'a kiosk owner', 'a surveyor'],
    papers: ['an engineering survey', 'a structural report', 'a tender file'],
    x: ['pillar', 'girder', 'anchor bolt', 'concrete slab', 'bearing'],
    y: ['rust', 'frost', 'vibration', 'overloading'],
    claims: [
      [
        'the {facility} built by {org} in {town} collapsed',
        'the {town} {facility} that {org} built collapsed',
      ],
      ['{n} people from {town} were trapped', 'the rubble trapped {n} {town} people'],
      ['{y} had weakened a {x} in {town}', 'a {x} in {town} had been weakened by {y}'],
      ['engineers warned {org} in {month}', '{org} was warned by engineers in {month}'],
    ],
  },
  {
    facility: ['savings bank', 'pension fund', 'housing association', 'credit union'],
    body: 'public prosecutor’s office',
    head: 'chief prosecutor',
    witnesses: ['a former cashier', 'an auditor', 'a bookkeeper', 'a tax adviser'],
    papers: ['an audit report', 'a bank statement', 'a search warrant'],
    x: ['treasurer', 'deputy director', 'head of lending', 'chief accountant'],
    y: ['villas', 'yachts', 'paintings', 'racehorses'],
    claims: [
      [
        'the {x} of the {org} {facility} embezzled {n} million crowns',
        '{n} million crowns were embezzled by the {x} of the {org} {facility}',
      ],
      ['the money of {org} was spent on {y}', 'the {org} money was spent on {y}'],
      ['{m} accounts at {org} were frozen', 'prosecutors froze {m} {org} accounts'],
      [
        'the {org} board had known of the losses since {month}',
        'the board of {org} learned of the losses in {month}',
      ],
    ],
  },
  {
    facility: ['school canteen', 'holiday camp', 'nursing home', 'cruise ship', 'barracks'],
    body: 'health office',
    head: 'chief medical officer',
    witnesses: ['a kitchen helper', 'a nurse', 'a caterer', 'a delivery driver'],
    papers: ['a hygiene report', 'a laboratory result', 'a delivery note'],
    x: ['salmonella', 'listeria', 'norovirus', 'botulism'],
    y: ['chicken salad', 'egg custard', 'smoked trout', 'soft cheese'],
    claims: [
      [
        '{n} people at the {org} {facility} fell ill with {x}',
        '{x} sickened {n} people at the {org} {facility}',
      ],
      ['the {org} {y} was contaminated', 'contamination was found in the {y} of {org}'],
      ['{m} patients were taken to {town} hospital', '{m} patients were hospitalised in {town}'],
      ['the refrigerator of {org} had been broken since {month}', 'the {org} refrigerator broke in {month}'],
    ],
  },
  {
    facility: ['hospital network', 'ticket office', 'power grid', 'tax portal', 'customs registry'],
    body: 'data protection authority',
    head: 'data protection commissioner',
    witnesses: ['a network administrator', 'a software contractor', 'a student', 'a help desk clerk'],
    papers: ['a forensic report', 'an incident log', 'a contract'],
    x: ['passport scans', 'salary lists', 'patient files', 'passwords'],
    y: ['neglected server', 'stolen laptop', 'forged certificate', 'guessed password'],
    claims: [
      [
        'hackers stole {x} from the {facility} of {org}',
        '{x} were stolen by hackers from the {facility} of {org}',
      ],
      ['{n} thousand {org} customers were affected', 'the theft affected {n} thousand customers of {org}'],
      ['the intruders used a {y} at {org}', 'a {y} at {org} let the intruders in'],
      ['{org} paid a ransom in {month}', 'a ransom was paid by {org} in {month}'],
    ],
  },
  {
    facility: ['prison', 'remand centre', 'courthouse', 'detention camp'],
    body: 'prison service',
    head: 'prison governor',
    witnesses: ['a chaplain', 'a guard', 'a gardener', 'a taxi driver'],
    papers: ['a duty roster', 'a camera recording', 'a disciplinary file'],
    x: ['laundry van', 'drainpipe', 'tunnel', 'skylight'],
    y: ['ladder', 'saw', 'forged pass', 'copied key'],
    claims: [
      [
        '{n} inmates escaped from the {org} {facility} near {town}',
        '{n} inmates broke out of the {org} {facility} near {town}',
      ],
      ['the inmates left {org} through a {x}', 'the {org} inmates escaped through a {x}'],
      ['a guard from {town} supplied the {y}', 'the {y} was supplied by a {town} guard'],
      ['{m} officers searched the {town} woods', 'the woods of {town} were searched by {m} officers'],
    ],
  },
  {
    facility: ['museum', 'auction house', 'cathedral treasury', 'castle', 'library'],
    body: 'police',
    head: 'police commander',
    witnesses: ['a cleaner', 'a restorer', 'a tour guide', 'a locksmith'],
    papers: ['an inventory', 'a loan agreement', 'an expert opinion'],
    x: ['altarpiece', 'coin collection', 'violin', 'manuscript', 'tapestry'],
    y: ['skylight', 'cellar window', 'service lift', 'cloakroom'],
    claims: [
      [
        'thieves stole a {x} from the {org} {facility}',
        'a {x} was stolen by thieves from the {org} {facility}',
      ],
      ['the thieves entered {org} through the {y}', 'the thieves came into {org} through the {y}'],
      [
        '{org} had insured the {x} for {n} million crowns',
        'the {x} was insured by {org} for {n} million crowns',
      ],
      ['the {org} guards were asleep', 'the guards of {org} slept'],
    ],
  },
  {
    facility: ['dam', 'dyke', 'reservoir', 'pumping station', 'canal lock'],
    body: 'water board',
    head: 'dyke warden',
    witnesses: ['a shepherd', 'a beekeeper', 'a postwoman', 'a farmer'],
    papers: ['a gauge record', 'a risk assessment', 'a repair order'],
    x: ['spillway', 'sluice', 'embankment', 'turbine shaft'],
    y: ['beavers', 'tree roots', 'poor cement', 'a clogged drain'],
    claims: [
      ['the {org} {facility} above {town} burst', 'the {org} {facility} burst above {town}'],
      ['{n} houses in {town} were flooded', 'water flooded {n} {town} houses'],
      ['the {org} {x} failed first', 'the {x} of {org} was the first to fail'],
      ['{y} damaged the {org} {x}', 'the {x} of {org} was damaged by {y}'],
    ],
  },
  {
    facility: ['airline', 'ferry company', 'railway', 'cable car'],
    body: 'transport safety board',
    head: 'chief investigator',
    witnesses: ['a passenger', 'a stewardess', 'a ramp agent', 'a mechanic'],
    papers: ['a technical log', 'a radio transcript', 'a training record'],
    x: ['brake', 'rudder', 'engine', 'cabin door'],
    y: ['swans', 'hail', 'lightning', 'a drone'],
    claims: [
      [
        'a vehicle of the {org} {facility} crashed near {town}',
        'a vehicle belonging to the {org} {facility} crashed near {town}',
      ],
      ['{n} {org} passengers died', '{n} passengers of {org} were killed'],
      ['{y} damaged the {org} {x}', 'the {x} of {org} was damaged by {y}'],
      ['the {org} {x} had failed in {month}', 'the {x} of {org} had already broken down in {month}'],
    ],
  },
  {
    facility: ['shipyard', 'steelworks', 'brewery', 'glassworks', 'knitwear mill'],
    body: 'labour ministry',
    head: 'labour secretary',
    witnesses: ['a welder', 'a union steward', 'a forklift driver', 'an apprentice'],
    papers: ['a restructuring plan', 'a letter to shareholders', 'a draft contract'],
    x: ['foundry', 'design office', 'night shift', 'canteen'],
    y: ['pensions', 'overtime', 'bonuses', 'wages'],
    claims: [
      [
        '{org} dismissed {n} employees of the {facility}',
        '{n} employees of the {facility} were dismissed by {org}',
      ],
      ['{org} closed the {x}', 'the {x} was closed by {org}'],
      ['{org} stopped paying {y} in {month}', 'payment of {y} by {org} stopped in {month}'],
      ['{m} strikers occupied the {org} {x}', 'the {x} of {org} was occupied by {m} strikers'],
    ],
  },
  {
    facility: ['football club', 'rowing club', 'ski resort', 'cycling team', 'racecourse'],
    body: 'sports ministry',
    head: 'sports minister',
    witnesses: ['a groundsman', 'a masseur', 'a ticket seller', 'a former trainer'],
    papers: ['a sales contract', 'a medical file', 'a license application'],
    x: ['stadium', 'youth academy', 'training ground', 'clubhouse'],
    y: ['doping', 'bribery', 'tax fraud', 'match fixing'],
    claims: [
      [
        '{org} sold the {facility} for {n} million crowns',
        'the {facility} was sold by {org} for {n} million crowns',
      ],
      ['{org} mortgaged the {x} in {month}', 'the {x} was mortgaged by {org} in {month}'],
      ['{org} was investigated for {y}', 'investigators looked into {y} by {org}'],
      ['{m} {org} players left', '{m} players left {org}'],
    ],
  },
];

/** Sentences that say nothing of the affair: slots as in `filler`, each drawn anew; no long run of words stays the same. */
export const SENTENCES: readonly string[] = [
  'the {a} {o} of {N} {v} the {a} {o} {p} the {o}.',
  'in {N} a {a} {o} {v} the {a} {o} of {M}, {e}.',
  '{e}, {N} {v} its {a} {o} and {v} the {o} {p} the {a} {o}.',
  'between {N} and {M} the {o} {v} {k} {a} {o}s, while the {a} {o} {v} the {o}.',
  '{P} {v} the {a} {o} {p} the {o} and {v} a {a} {o} there.',
  'a {a} {o}, {k} years old, {v} the {o} {p} the {a} {o} of {N}.',
  '{p} the {o} of {N} the {a} {o} {v} every {o}, {e}.',
  '{k} {o}s {v} the {a} {o} {p} {N}; the {o} of {M} {v} none.',
];
/** What people say who have nothing to do with the affair. */
export const ASIDES: readonly string[] = [
  '“Our {a} {o} {v} the {o},” said {P}, a {o} dealer from {N}. “My {a} {o} never {v} a {o} {p} the {o}.”',
  '{P}, who {v} a {a} {o} in {N}, said that the {o} {v} the {a} {o} {p} the {o}.',
  '“The {o} {v} my {a} {o} {p} the {o},” {P} of {N} said {e}.',
  '“{N} {v} the {a} {o},” said {P}. The {o} {v} her {a} {o} {p} {M}.',
];
export const ADJECTIVES =
  'narrow crowded windy medieval painted forgotten muddy noisy wooden handsome crooked dusty quiet steep gloomy cheerful rusty velvet hollow borrowed copper early late northern southern bright plain square round heavy slender patient famous humble frozen dry broad little tall striped'.split(
    ' ',
  );
export const NOUNS =
  'clock lantern orchard ladder saddle meadow pigeon accordion umbrella kettle barrel chapel cottage harbour lighthouse miller baker sailor gardener widow pedlar schoolteacher violin carpet kite mirror window stable garden fountain statue tower market carriage wagon tram rowboat ferry anchor basket blanket pillow hammer chisel bucket rope candle stove chimney roof cellar attic staircase corridor bench pavilion theatre orchestra choir parade festival lottery postcard stamp calendar almanac recipe pudding cherry walnut onion cabbage mustard goose donkey badger heron beetle hedge river brook valley hill quarry forest path bridgehead tunnel signpost milestone'.split(
    ' ',
  );
export const VERBS =
  'carried followed crossed adorned repaired borrowed overlooked surrounded outlived replaced polished sheltered fed painted guarded inherited decorated measured visited photographed framed emptied filled lifted pulled pushed washed mended planted harvested stored sorted stacked'.split(
    ' ',
  );
export const PLACED = 'behind beside under above near beyond opposite inside outside against along'.split(
  ' ',
);
export const TIMES =
  'in spring,long ago,twice a day,before the war,after dusk,in the old days,most winters,at low tide,on market days,once in a decade,during the holidays,year after year'.split(
    ',',
  );
