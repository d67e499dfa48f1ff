import type { EarthPoint } from "./projection";

/**
 * Capitals and other cities from which historical documents were written: names, the first one the usual English one, the country in the
 * atlas's words, degrees north and east (WGS 84, about a kilometre exact). Names that several cities share are left out unless one of
 * them is meant almost always.
 */
const lines = `
Kabul; Afghanistan; 34.53; 69.17
Tirana; Albania; 41.33; 19.82
Algiers; Algeria; 36.75; 3.06
Luanda; Angola; -8.84; 13.23
Buenos Aires; Argentina; -34.61; -58.38
Yerevan, Erevan; Armenia; 40.18; 44.51
Canberra; Australia; -35.28; 149.13
Melbourne; Australia; -37.81; 144.96
Sydney; Australia; -33.87; 151.21
Vienna, Wien; Austria; 48.21; 16.37
Salzburg; Austria; 47.8; 13.04
Baku; Azerbaijan; 40.41; 49.87
Nassau; Bahamas; 25.06; -77.35
Manama; Bahrain; 26.23; 50.59
Dacca, Dhaka; Bangladesh; 23.81; 90.41
Minsk; Belarus; 53.9; 27.57
Brussels, Bruxelles; Belgium; 50.85; 4.35
Hamilton; Bermuda; 32.29; -64.78
La Paz; Bolivia; -16.5; -68.15
Sarajevo; Bosnia and Herz.; 43.86; 18.41
Gaborone; Botswana; -24.65; 25.91
Rio de Janeiro; Brazil; -22.91; -43.17
Brasília, Brasilia; Brazil; -15.79; -47.88
São Paulo, Sao Paulo; Brazil; -23.55; -46.63
Sofia; Bulgaria; 42.7; 23.32
Rangoon, Yangon; Myanmar; 16.87; 96.2
Bujumbura, Usumbura; Burundi; -3.38; 29.36
Phnom Penh; Cambodia; 11.56; 104.92
Yaoundé, Yaounde; Cameroon; 3.87; 11.52
Ottawa; Canada; 45.42; -75.7
Quebec, Québec; Canada; 46.81; -71.21
Montreal, Montréal; Canada; 45.5; -73.57
Toronto; Canada; 43.65; -79.38
Bangui; Central African Rep.; 4.36; 18.56
Fort Lamy, N'Djamena; Chad; 12.13; 15.06
Punta Arenas; Chile; -53.16; -70.91
Santiago, Santiago de Chile; Chile; -33.45; -70.67
Peking, Beijing, Peiping; China; 39.9; 116.41
Chungking, Chongqing; China; 29.56; 106.55
Nanking, Nanjing; China; 32.06; 118.8
Shanghai; China; 31.23; 121.47
Canton, Guangzhou; China; 23.13; 113.26
Kweilin, Guilin; China; 25.27; 110.29
Kunming; China; 24.88; 102.83
Lanchow, Lanzhou; China; 36.06; 103.83
Tihwa, Ürümqi, Urumchi; China; 43.83; 87.62
Tientsin, Tianjin; China; 39.34; 117.36
Mukden, Shenyang; China; 41.81; 123.43
Harbin; China; 45.8; 126.53
Hankow, Wuhan; China; 30.59; 114.31
Hong Kong; Hong Kong; 22.32; 114.17
Macau, Macao; Macao; 22.2; 113.54
Bogotá, Bogota; Colombia; 4.71; -74.07
Brazzaville; Congo; -4.26; 15.24
Léopoldville, Leopoldville, Kinshasa; Dem. Rep. Congo; -4.44; 15.27
Elisabethville, Lubumbashi; Dem. Rep. Congo; -11.66; 27.48
San José, San Jose; Costa Rica; 9.93; -84.08
Zagreb; Croatia; 45.81; 15.98
Dubrovnik; Croatia; 42.65; 18.09
Brioni, Brijuni; Croatia; 44.92; 13.77
Havana, Habana, La Habana; Cuba; 23.14; -82.36
Santiago de Cuba; Cuba; 20.02; -75.83
Guantánamo, Guantanamo; Cuba; 20.14; -75.21
Nicosia; Cyprus; 35.17; 33.36
Prague, Praha; Czechia; 50.09; 14.42
Brno; Czechia; 49.2; 16.61
Copenhagen, København; Denmark; 55.68; 12.57
Djibouti; Djibouti; 11.59; 43.15
Santo Domingo, Ciudad Trujillo; Dominican Rep.; 18.49; -69.93
Quito; Ecuador; -0.18; -78.47
Cairo; Egypt; 30.04; 31.24
Alexandria; Egypt; 31.2; 29.92
San Salvador; El Salvador; 13.69; -89.22
Asmara; Eritrea; 15.32; 38.93
Tallinn, Reval; Estonia; 59.44; 24.75
Addis Ababa; Ethiopia; 9.03; 38.74
Helsinki, Helsingfors; Finland; 60.17; 24.94
Paris; France; 48.86; 2.35
Versailles; France; 48.8; 2.13
Rambouillet; France; 48.64; 1.83
Vichy; France; 46.13; 3.43
Strasbourg; France; 48.57; 7.75
Marseille, Marseilles; France; 43.3; 5.37
Libreville; Gabon; 0.42; 9.45
Tbilisi, Tiflis; Georgia; 41.72; 44.79
Pitsunda; Georgia; 43.16; 40.34
Berlin; Germany; 52.52; 13.41
East Berlin; Germany; 52.52; 13.43
West Berlin; Germany; 52.5; 13.3
Bonn; Germany; 50.74; 7.1
Bad Godesberg; Germany; 50.68; 7.16
Potsdam; Germany; 52.4; 13.06
Munich, München; Germany; 48.14; 11.58
Frankfurt, Frankfurt am Main; Germany; 50.11; 8.68
Hamburg; Germany; 53.55; 9.99
Leipzig; Germany; 51.34; 12.37
Dresden; Germany; 51.05; 13.74
Heidelberg; Germany; 49.4; 8.67
Wiesbaden; Germany; 50.08; 8.24
Nuremberg, Nürnberg; Germany; 49.45; 11.08
Accra; Ghana; 5.6; -0.19
Athens; Greece; 37.98; 23.73
Thessaloniki, Salonika; Greece; 40.64; 22.94
Guatemala City; Guatemala; 14.63; -90.51
Conakry; Guinea; 9.64; -13.58
Georgetown; Guyana; 6.8; -58.16
Port-au-Prince; Haiti; 18.59; -72.31
Tegucigalpa; Honduras; 14.07; -87.19
Budapest; Hungary; 47.5; 19.04
Reykjavik, Reykjavík; Iceland; 64.15; -21.94
New Delhi, Delhi; India; 28.61; 77.21
Calcutta, Kolkata; India; 22.57; 88.36
Bombay, Mumbai; India; 19.08; 72.88
Madras, Chennai; India; 13.08; 80.27
Batavia, Djakarta, Jakarta; Indonesia; -6.21; 106.85
Bandung; Indonesia; -6.92; 107.62
Medan; Indonesia; 3.6; 98.67
Tehran, Teheran; Iran; 35.69; 51.39
Isfahan; Iran; 32.65; 51.67
Tabriz; Iran; 38.08; 46.29
Baghdad; Iraq; 33.32; 44.37
Basra; Iraq; 30.51; 47.78
Dublin; Ireland; 53.35; -6.26
Tel Aviv; Israel; 32.09; 34.78
Jerusalem; Israel; 31.78; 35.22
Haifa; Israel; 32.79; 34.99
Rome, Roma; Italy; 41.9; 12.5
Milan, Milano; Italy; 45.46; 9.19
Naples, Napoli; Italy; 40.85; 14.27
Venice, Venezia; Italy; 45.44; 12.32
Florence, Firenze; Italy; 43.77; 11.26
Trieste; Italy; 45.65; 13.78
Caserta; Italy; 41.07; 14.33
Abidjan; Côte d'Ivoire; 5.36; -4.01
Tokyo; Japan; 35.68; 139.69
Kyoto; Japan; 35.01; 135.77
Hakone; Japan; 35.23; 139.11
Hiroshima; Japan; 34.39; 132.46
Naha; Japan; 26.21; 127.68
Amman; Jordan; 31.95; 35.93
Alma-Ata, Almaty; Kazakhstan; 43.24; 76.95
Nairobi; Kenya; -1.29; 36.82
Seoul; South Korea; 37.57; 126.98
Pusan, Busan; South Korea; 35.18; 129.08
Pyongyang; North Korea; 39.04; 125.76
Panmunjom; North Korea; 37.96; 126.68
Kuwait City; Kuwait; 29.38; 47.98
Vientiane; Laos; 17.98; 102.63
Riga; Latvia; 56.95; 24.11
Beirut; Lebanon; 33.89; 35.5
Monrovia; Liberia; 6.3; -10.8
Tripoli; Libya; 32.89; 13.19
Benghazi; Libya; 32.12; 20.07
Vilnius, Wilno; Lithuania; 54.69; 25.28
Skopje; Macedonia; 42.0; 21.43
Tananarive, Antananarivo; Madagascar; -18.88; 47.51
Kuala Lumpur; Malaysia; 3.14; 101.69
Bamako; Mali; 12.64; -8.0
Valletta; Malta; 35.9; 14.51
Nouakchott; Mauritania; 18.08; -15.98
Mexico City, Ciudad de México; Mexico; 19.43; -99.13
Chisinau, Kishinev; Moldova; 47.01; 28.86
Ulan Bator, Ulaanbaatar; Mongolia; 47.89; 106.91
Rabat; Morocco; 34.02; -6.84
Casablanca; Morocco; 33.57; -7.59
Tangier; Morocco; 35.77; -5.8
Marrakech; Morocco; 31.63; -7.98
Lourenço Marques, Lourenco Marques, Maputo; Mozambique; -25.97; 32.57
Windhoek; Namibia; -22.56; 17.08
Kathmandu, Katmandu; Nepal; 27.72; 85.32
The Hague, Den Haag; Netherlands; 52.08; 4.31
Amsterdam; Netherlands; 52.37; 4.9
Wellington; New Zealand; -41.29; 174.78
Managua; Nicaragua; 12.11; -86.24
Niamey; Niger; 13.51; 2.11
Lagos; Nigeria; 6.46; 3.39
Oslo, Kristiania, Christiania; Norway; 59.91; 10.75
Muscat; Oman; 23.59; 58.41
Karachi; Pakistan; 24.86; 67.01
Islamabad; Pakistan; 33.68; 73.05
Rawalpindi; Pakistan; 33.57; 73.02
Lahore; Pakistan; 31.55; 74.34
Panama City, Panamá; Panama; 8.98; -79.52
Balboa Heights; Panama; 8.96; -79.55
Asunción, Asuncion; Paraguay; -25.26; -57.58
Lima; Peru; -12.05; -77.04
Manila; Philippines; 14.6; 120.98
Baguio; Philippines; 16.4; 120.6
Warsaw, Warszawa; Poland; 52.23; 21.01
Danzig, Gdańsk, Gdansk; Poland; 54.35; 18.65
Cracow, Kraków, Krakow; Poland; 50.06; 19.94
Lisbon, Lisboa; Portugal; 38.72; -9.14
San Juan; Puerto Rico; 18.47; -66.11
Doha; Qatar; 25.29; 51.53
Bucharest, București; Romania; 44.43; 26.1
Moscow, Moskva; Russia; 55.76; 37.62
Petrograd, Leningrad, St. Petersburg, Saint Petersburg; Russia; 59.93; 30.34
Kuibyshev, Kuybyshev, Samara; Russia; 53.2; 50.15
Vladivostok; Russia; 43.12; 131.89
Irkutsk; Russia; 52.29; 104.28
Archangel, Arkhangelsk; Russia; 64.54; 40.54
Stalingrad, Volgograd; Russia; 48.71; 44.51
Kigali; Rwanda; -1.95; 30.06
Jidda, Jiddah, Jeddah; Saudi Arabia; 21.49; 39.19
Riyadh; Saudi Arabia; 24.71; 46.68
Dhahran; Saudi Arabia; 26.24; 50.04
Dakar; Senegal; 14.72; -17.47
Belgrade, Beograd; Serbia; 44.79; 20.45
Freetown; Sierra Leone; 8.47; -13.23
Singapore; Singapore; 1.35; 103.82
Bratislava; Slovakia; 48.15; 17.11
Ljubljana; Slovenia; 46.06; 14.51
Mogadiscio, Mogadishu; Somalia; 2.05; 45.32
Pretoria; South Africa; -25.75; 28.23
Cape Town; South Africa; -33.92; 18.42
Johannesburg; South Africa; -26.2; 28.05
Madrid; Spain; 40.42; -3.7
Barcelona; Spain; 41.39; 2.17
Colombo; Sri Lanka; 6.93; 79.86
Kandy; Sri Lanka; 7.29; 80.63
Khartoum; Sudan; 15.5; 32.56
Stockholm; Sweden; 59.33; 18.07
Bern, Berne; Switzerland; 46.95; 7.45
Geneva, Genève; Switzerland; 46.2; 6.14
Zurich, Zürich; Switzerland; 47.38; 8.54
Damascus; Syria; 33.51; 36.28
Taipei, Taipeh; Taiwan; 25.03; 121.57
Dar es Salaam; Tanzania; -6.79; 39.21
Bangkok; Thailand; 13.76; 100.5
Lomé, Lome; Togo; 6.13; 1.22
Port of Spain; Trinidad and Tobago; 10.66; -61.51
Tunis; Tunisia; 36.81; 10.18
Ankara, Angora; Turkey; 39.93; 32.86
Istanbul, Constantinople; Turkey; 41.01; 28.98
İzmir, Izmir, Smyrna; Turkey; 38.42; 27.14
Kampala; Uganda; 0.35; 32.58
Kiev, Kyiv; Ukraine; 50.45; 30.52
Odessa, Odesa; Ukraine; 46.48; 30.73
Yalta; Ukraine; 44.5; 34.17
Oreanda; Ukraine; 44.46; 34.14
Abu Dhabi; United Arab Emirates; 24.45; 54.38
London; United Kingdom; 51.51; -0.13
Edinburgh; United Kingdom; 55.95; -3.19
Belfast; United Kingdom; 54.6; -5.93
Washington, Washington, D.C.; United States of America; 38.9; -77.04
New York, New York City; United States of America; 40.71; -74.01
Boston; United States of America; 42.36; -71.06
Chicago; United States of America; 41.88; -87.63
San Francisco; United States of America; 37.77; -122.42
Los Angeles; United States of America; 34.05; -118.24
San Clemente; United States of America; 33.43; -117.61
Philadelphia; United States of America; 39.95; -75.17
Denver; United States of America; 39.74; -104.99
Seattle; United States of America; 47.61; -122.33
New Orleans; United States of America; 29.95; -90.07
Camp David; United States of America; 39.65; -77.47
Hyannis Port; United States of America; 41.63; -70.3
Gettysburg; United States of America; 39.83; -77.23
Honolulu; United States of America; 21.31; -157.86
Pearl Harbor; United States of America; 21.35; -157.97
Montevideo; Uruguay; -34.9; -56.16
Punta del Este; Uruguay; -34.96; -54.95
Tashkent; Uzbekistan; 41.3; 69.24
Vatican City, The Vatican; Vatican; 41.9; 12.45
Caracas; Venezuela; 10.48; -66.9
Saigon, Ho Chi Minh City; Vietnam; 10.78; 106.7
Hanoi; Vietnam; 21.03; 105.85
Hue, Huế; Vietnam; 16.46; 107.59
Da Nang, Danang; Vietnam; 16.05; 108.22
Sanaa, San'a; Yemen; 15.37; 44.19
Aden; Yemen; 12.79; 45.02
Lusaka; Zambia; -15.39; 28.32
Salisbury, Harare; Zimbabwe; -17.83; 31.05
`;

/** A city with the country that it lies in today, in the atlas's words. */
export type City = EarthPoint & { readonly country: string };

/** The cities by each of their names. */
export const cities: ReadonlyMap<string, City> = new Map(
  lines
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [names = "", country = "", latitude, longitude] = line.split("; ");
      const city = { country, latitude: Number(latitude), longitude: Number(longitude) };
      // A comma within a name is not followed by the next name: "Washington, D.C.".
      return names.split(/, (?!D\.C\.)/).map((name): [string, City] => [name, city]);
    }),
);
