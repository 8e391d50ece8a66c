package dev.hemstitch.core.uri;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.reference.ReferenceUris;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UriReferencesTest {
    /** The examples of RFC 3986, 5.4.1 and 5.4.2, in their order. */
    @ParameterizedTest
    @CsvSource({
        "g:h,g:h",
        "g,http://a/b/c/g",
        "./g,http://a/b/c/g",
        "g/,http://a/b/c/g/",
        "/g,http://a/g",
        "//g,http://g",
        "?y,http://a/b/c/d;p?y",
        "g?y,http://a/b/c/g?y",
        "#s,http://a/b/c/d;p?q#s",
        "g#s,http://a/b/c/g#s",
        "g?y#s,http://a/b/c/g?y#s",
        ";x,http://a/b/c/;x",
        "g;x,http://a/b/c/g;x",
        "g;x?y#s,http://a/b/c/g;x?y#s",
        "'',http://a/b/c/d;p?q",
        ".,http://a/b/c/",
        "./,http://a/b/c/",
        "..,http://a/b/",
        "../,http://a/b/",
        "../g,http://a/b/g",
        "../..,http://a/",
        "../../,http://a/",
        "../../g,http://a/g",
        "../../../g,http://a/g",
        "../../../../g,http://a/g",
        "/./g,http://a/g",
        "/../g,http://a/g",
        "g.,http://a/b/c/g.",
        ".g,http://a/b/c/.g",
        "g..,http://a/b/c/g..",
        "..g,http://a/b/c/..g",
        "./../g,http://a/b/g",
        "./g/.,http://a/b/c/g/",
        "g/./h,http://a/b/c/g/h",
        "g/../h,http://a/b/c/h",
        "g;x=1/./y,http://a/b/c/g;x=1/y",
        "g;x=1/../y,http://a/b/c/y",
        "g?y/./x,http://a/b/c/g?y/./x",
        "g?y/../x,http://a/b/c/g?y/../x",
        "g#s/./x,http://a/b/c/g#s/./x",
        "g#s/../x,http://a/b/c/g#s/../x",
        "http:g,http:g",
    })
    void the_examples_of_the_rfc_are_resolved(String reference, String target) {
        assertThat(UriReferences.resolve("http://a/b/c/d;p?q", reference)).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource({
        "https://h/a/p.m3u8,video=300000.m3u8,https://h/a/video=300000.m3u8",
        "https://h/a(b).ism/p.m3u8,x.ts,https://h/a(b).ism/x.ts",
        "https://h/p.m3u8,a(b).ism/QualityLevels(1)/F(v=0),https://h/a(b).ism/QualityLevels(1)/F(v=0)",
        "https://h/p.m3u8,with space.ts,https://h/with space.ts",
        "https://h/p.m3u8,\u00fcber.ts,https://h/\u00fcber.ts",
        "https://h/p.m3u8,%C3%BC%2F.ts,https://h/%C3%BC%2F.ts",
        "https://h/p.m3u8,skd://key?id=1,skd://key?id=1",
        "https://h/p.m3u8,'data:text/plain;base64,AA/../B==','data:text/plain;base64,AA/../B=='",
        "https://h/a/p.m3u8?u=/x/y,s.ts,https://h/a/s.ts",
        "https://h/a/p.m3u8#/x/y,s.ts,https://h/a/s.ts",
        "https://h/a/p.m3u8,s.ts?u=../../x,https://h/a/s.ts?u=../../x",
        "https://h/a/p.m3u8,?b=1,https://h/a/p.m3u8?b=1",
        "https://h,s.ts,https://h/s.ts",
        "https://h?q,s.ts,https://h/s.ts",
        "https://h/a/p.m3u8,//cdn/s.ts,https://cdn/s.ts",
        "https://u:p@h:8443/a/p.m3u8,s.ts,https://u:p@h:8443/a/s.ts",
        "https://[::1]:80/a/p.m3u8,s.ts,https://[::1]:80/a/s.ts",
        "https://h/a/p.m3u8,..//s.ts,https://h//s.ts",
        "https://h/a/p.m3u8,C|/s.ts,https://h/a/C|/s.ts",
        "https://h/a/p.m3u8,\\win\\s.ts,https://h/a/\\win\\s.ts",
        "https://h/a/p.m3u8,{$x}/s.ts,https://h/a/{$x}/s.ts",
        "https://h/a/p.m3u8,1:2.ts,https://h/a/1:2.ts",
        "file:///a/p.m3u8,s.ts,file:///a/s.ts",
        "a/b/p.m3u8,../s.ts,a/s.ts",
        "a/p.m3u8,../../s.ts,../s.ts",
        "../a/p.m3u8,../../s.ts,../../s.ts",
        "p.m3u8,s.ts,s.ts",
        "'',../s.ts,../s.ts",
        "/a/p.m3u8,s.ts,/a/s.ts",
    })
    void odd_but_legal_names_stay_as_they_are(String base, String reference, String target) {
        assertThat(UriReferences.resolve(base, reference)).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource({
        "https://h/a/b/p.m3u8,https://h/a/ad/1.ts,../ad/1.ts",
        "https://h/a/p.m3u8,https://h/a/1.ts?x=/y#f,1.ts?x=/y#f",
        "https://h/a/p.m3u8,https://h/a/,./",
        "https://h/a/p.m3u8,https://h/a/x:y.ts,./x:y.ts",
        "https://h/a/p.m3u8,https://h/a//b,.//b",
        "https://h/a/p.m3u8,https://other/a/1.ts,https://other/a/1.ts",
        "https://h/a/p.m3u8,http://h/a/1.ts,http://h/a/1.ts",
        "https://h/a/p.m3u8,skd:key,skd:key",
        "a/p.m3u8,b/1.ts,../b/1.ts",
        "../a/p.m3u8,b/1.ts,b/1.ts",
    })
    void a_target_is_made_relative_where_that_leads_to_it(String base, String target, String reference) {
        assertThat(UriReferences.relativize(base, target)).isEqualTo(reference);
    }

    private static String path(SplittableRandom random) {
        StringBuilder path = new StringBuilder("https://h");
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            path.append('/').append(new String[] {"a", "b", "c=1", "x:y", "", "..."}[random.nextInt(6)]);
        }
        return path.append(random.nextInt(3) == 0 ? "?q=/../x" : "").toString();
    }

    @Test
    void what_was_made_relative_resolves_to_what_it_was() {
        SplittableRandom random = new SplittableRandom(3986);
        for (int i = 0; i < 20_000; i++) {
            String base = path(random);
            String target = path(random);
            String reference = UriReferences.relativize(base, target);
            assertThat(UriReferences.resolve(base, reference))
                    .as("%s from %s", reference, base)
                    .isEqualTo(target);
            assertThat(ReferenceUris.resolve(base, reference)).isEqualTo(target);
        }
        System.out.println("URI: 20000 targets made relative and resolved");
    }

    @Test
    void secrets_are_left_out_of_logs() {
        assertThat(UriReferences.redact("https://u:p@h/a?token=1#f")).isEqualTo("https://h/a?\u2026");
        assertThat(UriReferences.redact("https://h/a#f")).isEqualTo("https://h/a?\u2026");
        assertThat(UriReferences.redact("a/b")).isEqualTo("a/b");
        assertThat(UriReferences.isAbsolute("skd:x")).isTrue();
        assertThat(UriReferences.isAbsolute("1:x")).isFalse();
    }
}
