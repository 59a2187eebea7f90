// Words of what the bot says on its own: reminders and announcements in a case's thread.
import type { AnnouncementName } from '../domain/announcements.ts';
import type { DatedKind } from '../domain/vocabulary.ts';

export const speakingFi = {
  reminder: {
    titles: {
      followUp: 'Katso, miten asia etenee',
      action: 'Toimenpiteen päivä lähestyy',
      nextMeeting: 'Tapaaminen lähestyy',
      informTask: 'Tiedotuksen päivä lähestyy',
      milestone: 'Päivä, joka vaikuttaa asiaan, lähestyy',
      event: 'Keskustelutilaisuus lähestyy',
      evaluation: 'Toimintamallin arviointi lähestyy',
      supportVisit: 'Tukiliiton työntekijän käynti lähestyy',
      pauseEnd: 'Tapauksen tauko päättyy pian',
      targetDate: 'Tavoitepäivä lähestyy',
    } satisfies Record<DatedKind, string>,
    next: {
      followUp: 'Kysy, onko asia edennyt. Kirjaa myös, jos et saanut vastausta.',
      action: 'Tee sovittu asia ja merkitse se tehdyksi.',
      nextMeeting: 'Tarkista, että kaikki tietävät ajan ja paikan.',
      informTask: 'Kerro asiasta sovituille ihmisille.',
      milestone: 'Tarkista, mitä tänä päivänä tapahtuu.',
      event: 'Lue asialista ja tarkista järjestelyt.',
      evaluation: 'Arvioi toimintamallia. Pyydä myös Tukiliiton arviointi.',
      supportVisit: 'Tarkista, että työntekijä on tulossa.',
      pauseEnd: 'Päätä, jatkuuko tapaus.',
      targetDate: 'Katso, onko asia ratkennut. Tee seuraava askel tai siirrä tavoitepäivää.',
    } satisfies Record<DatedKind, string>,
    chase: 'Kysy uudelleen. Valmis viesti on painikkeen takana. Kirjaa sitten, mitä tapahtui.',
    chaser: 'Näytä valmis viesti',
    calendar: 'Lisää kalenteriin',
    lateTitle: 'Sovittu päivä on mennyt',
    lateNext: (name: string) =>
      `${name} ei ole vielä merkinnyt tätä tehdyksi. Kysy ystävällisesti, miten menee ja tarvitaanko apua.`,
    digestLine: (when: string, what: string, about: string) => `${when}: ${what} (${about})`,
    moved: (day: string) => `Asia on nyt sovittu tehtäväksi ${day}.`,
    notMoved: 'Päivää ei voinut siirtää. Katso tapauksen uusin tilanne.',
  },
  announcements: {
    opened: {
      title: 'Uusi tapaus odottaa taustatukea',
      text: (by: string) => `${by} otti yhteyttä Tukiliittoon ja avasi tapauksen.`,
      next: 'Lue tapaus ja kerro, miten voit auttaa.',
    },
    supportAsked: {
      title: 'Toimija pyytää tukea',
      text: (by: string) => `${by} kertoi tuen tarpeen.`,
      next: 'Katso tapaus ja vastaa tukipyyntöön.',
    },
    supportAnswered: {
      title: 'Tukipyyntöön on vastaus',
      text: (by: string) => `${by} vastasi tukipyyntöön.`,
      next: 'Katso vastaus tapauksesta.',
    },
    timeAgreed: {
      title: 'Keskustelutilaisuuden aika on sovittu',
      text: (by: string) => `${by} sopi ajan. Muut ehdotetut ajat voit unohtaa.`,
      next: 'Merkitse aika omaan kalenteriisi.',
    },
    timesCancelled: {
      title: 'Keskustelutilaisuus on peruttu',
      text: (by: string) => `${by} perui tilaisuuden. Ehdotetut ajat voit unohtaa.`,
      next: 'Sinun ei tarvitse vastata aikoihin.',
    },
    handedOver: {
      title: 'Olet nyt tapauksen vastuuhenkilö',
      text: (by: string) => `${by} vaihtoi vastuuhenkilön.`,
      next: 'Katso, mikä on seuraava askel.',
    },
    lessonToReview: {
      title: 'Oppi odottaa lukijaa',
      text: (by: string) => `${by} kirjoitti, mitä muut voivat oppia.`,
      next: 'Lue oppi ja jaa se kanavalle.',
    },
    lessonShared: {
      title: 'Tästä voi oppia',
      text: (by: string) => `${by} jakoi tämän opin kaikille.`,
      next: 'Mieti, voitko käyttää tätä omassa asiassasi.',
    },
    closed: {
      title: 'Tapaus on päätetty',
      text: (by: string) => `${by} päätti tapauksen. Muistutuksia ei enää tule.`,
      next: 'Kiitos kaikille mukana olleille.',
    },
    reopened: {
      title: 'Tapaus on taas avoin',
      text: (by: string) => `${by} palautti tapauksen avoimeksi.`,
      next: 'Katso, mikä on seuraava askel.',
    },
  } satisfies Record<AnnouncementName, { title: string; text: (by: string) => string; next: string }>,
  cardSummary: (number: string, title: string) => `Tapaus ${number}: ${title}`,
};
