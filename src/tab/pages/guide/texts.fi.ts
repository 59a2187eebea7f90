/** The words of the guide's page. */
export const guideTextsFi = {
  title: 'Ohje',
  lead: 'Tällä sivulla kerromme lyhyesti, mitä voit tehdä Ratkaisupolussa.',
  sections: [
    {
      heading: 'Tapaus ja sen neljä vaihetta',
      lines: [
        'Tapaus on asia, jota viet eteenpäin yhdessä muiden kanssa.',
        'Ratkaisupolku kertoo aina seuraavan askeleen.',
        'Voit tehdä samat asiat täällä ja Teamsin korteilla.',
      ],
    },
    {
      heading: 'Päivät ja muistutukset',
      lines: [
        'Ratkaisupolku muistuttaa sinua sovituista päivistä.',
        'Kalenterista näet, mitä on tulossa.',
        'Asetuksista voit valita, milloin saat muistutuksen.',
      ],
    },
    {
      heading: 'Mitä voit kirjoittaa',
      lines: [
        'Kirjoita asiasta, älä yksittäisestä ihmisestä.',
        'Älä kirjoita palvelun käyttäjien nimiä tai terveystietoja.',
        'Keskeneräinen teksti säilyy, vaikka lataat sivun uudelleen.',
      ],
    },
    {
      heading: 'Apua ihmiseltä',
      lines: [
        'Kysy omalta järjestöasiantuntijaltasi, kun et tiedä, mitä tehdä.',
        'Kirjoita Teamsissa Ratkaisupolulle ”ohje”, niin saat koko ohjeen.',
        'Kirjoita ”sanasto”, niin saat selitykset vaikeille sanoille.',
      ],
    },
  ],
} as const;
