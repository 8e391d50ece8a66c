package dev.hemstitch.core.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Attribute lists, dates and URIs of the reference reader against results worked out by hand. */
class ReferenceFormsTest {
    @Test
    void attributeListsAreReadAsFarAsTheyGo() {
        Map<String, String> expected = Map.of("A", "\"x, y\"", "B", "1\"2", "C", "\"c\"d", "D", "", "E", "\"open,F=1");
        String text = " A = \"x, y\" ,B=1\"2, C=\"c\"d,D=,A=2,=3,four,,E=\"open,F=1 ";
        assertEquals(expected, ReferenceAttributes.of(text).raw());
        assertEquals(Optional.of("open,F=1"), ReferenceAttributes.of(text).text("E"));
    }

    @Test
    void datesAreReadInAllSpellings() {
        Optional<Instant> expected = Optional.of(Instant.parse("2024-01-01T00:00:00.250Z"));
        for (String text : List.of(
                "2024-01-01T00:00:00.250Z",
                "2024-01-01T00:00:00,25",
                "2024-01-01T08:00:00.25+08:00",
                "2024-01-01T08:00:00.2500000009+0800",
                "2023-12-31T13:00:00.25-11")) {
            assertEquals(expected, ReferenceDates.read(text), text);
        }
        assertEquals(Optional.empty(), ReferenceDates.read("2024-02-30T00:00:00Z"));
        assertEquals(Optional.empty(), ReferenceDates.read("2024-01-01 00:00:00Z"));
    }

    @Test
    void urisResolveAsTheExamplesOfTheRfc() {
        Map<String, String> examples = Map.ofEntries(
                Map.entry("g:h", "g:h"),
                Map.entry("g", "http://a/b/c/g"),
                Map.entry("/g", "http://a/g"),
                Map.entry("//g", "http://g"),
                Map.entry("?y", "http://a/b/c/d;p?y"),
                Map.entry("#s", "http://a/b/c/d;p?q#s"),
                Map.entry("", "http://a/b/c/d;p?q"),
                Map.entry("..", "http://a/b/"),
                Map.entry("../../../g", "http://a/g"),
                Map.entry("./g/.", "http://a/b/c/g/"),
                Map.entry("g/../h", "http://a/b/c/h"),
                Map.entry("g?y/../x", "http://a/b/c/g?y/../x"),
                Map.entry("g.", "http://a/b/c/g."),
                Map.entry("..g", "http://a/b/c/..g"),
                Map.entry("http:g", "http:g"),
                Map.entry("video=300000.m3u8", "http://a/b/c/video=300000.m3u8"),
                Map.entry("a(b).ism/x y", "http://a/b/c/a(b).ism/x y"));
        examples.forEach((reference, expected) ->
                assertEquals(expected, ReferenceUris.resolve("http://a/b/c/d;p?q", reference), reference));
        assertEquals("https://host/x", ReferenceUris.resolve("https://host", "x"));
        assertEquals("dir/x", ReferenceUris.resolve("dir/list.m3u8", "x"));
    }
}
