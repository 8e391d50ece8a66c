package dev.hemstitch.ads.vast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VastMacrosTest {
    private static final VastMacros MACROS = VastMacros.builder()
            .set(VastMacro.ASSETURI, "https://a/b?c=d&e=f g")
            .set(VastMacro.BREAKPOSITION, "2")
            .set(VastMacro.of("own_1"), "ä\r\nX: y")
            .errorCode(VastError.NO_SUPPORTED_FILE)
            .timestamp(Instant.parse("2026-11-23T04:05:06.789Z"))
            .playhead(VastMacro.ADPLAYHEAD, Duration.ofMillis(3_723_004))
            .playhead(VastMacro.CONTENTPLAYHEAD, Duration.ofHours(100))
            .universalAdId(new UniversalAdId(Optional.of("ad-id.org"), "X/1"))
            .notAllowed(VastMacro.IFA)
            .build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://x/?u=[ASSETURI] | http://x/?u=https%3A%2F%2Fa%2Fb%3Fc%3Dd%26e%3Df%20g",
                "http://x/[BREAKPOSITION][BREAKPOSITION] | http://x/22",
                "http://x/?e=[ERRORCODE]&f=%5BERRORCODE%5D&g=%5berrorcode%5d | http://x/?e=403&f=403&g=403",
                "http://x/?e=[ERROR_CODE] | http://x/?e=403",
                "http://x/?t=[TIMESTAMP] | http://x/?t=2026-11-23T04%3A05%3A06.789Z",
                "http://x/?t=[timestamp] | http://x/?t=2026-11-23T04%3A05%3A06.789Z",
                "http://x/?p=[ADPLAYHEAD] | http://x/?p=01%3A02%3A03.004",
                "http://x/?p=[CONTENTPLAYHEAD] | http://x/?p=100%3A00%3A00.000",
                "http://x/?u=[UNIVERSALADID] | http://x/?u=ad-id.org%20X%2F1",
                "http://x/?i=[IFA] | http://x/?i=-2",
                "http://x/?o=[OWN_1] | http://x/?o=%C3%A4%0D%0AX%3A%20y",
                "http://x/?d=[DEVICEIP]&p=[PODSEQUENCE]&c=[CACHEBUSTING] | http://x/?d=-1&p=-1&c=-1",
                "http://x/?f=[FOO]&a[0]=1&b[]=2&c=[ | http://x/?f=[FOO]&a[0]=1&b[]=2&c=[",
                "http://[::1]/%5B%5D%5Bx | http://[::1]/%5B%5D%5Bx",
                "http://x/[[ERRORCODE]] | http://x/[403]",
                "http://x/%%CACHEBUSTING%% | http://x/%25%CACHEBUSTING%25%25"
            })
    void macros_are_filled_in(String url, String filled) {
        assertThat(MACROS.fill(url)).isEqualTo(filled);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://x/a b\"c<d>|http://x/a%20b%22c%3Cd%3E",
                "http://x/100%|http://x/100%25",
                "http://x/%zz%2|http://x/%25zz%252",
                "http://x/%2f|http://x/%2f",
                "http://x/é😀|http://x/%C3%A9%F0%9F%98%80",
                "'http://x/\r\nHost: y'|http://x/%0D%0AHost:%20y",
                "'http://x/{a}|\\^`'|http://x/%7Ba%7D%7C%5C%5E%60"
            },
            quoteCharacter = '\'')
    void what_may_not_stand_in_a_url_is_encoded(String url, String filled) {
        assertThat(VastMacros.NONE.fill(url)).isEqualTo(filled);
    }

    @Test
    void a_surrogate_without_its_other_half_does_no_harm() {
        assertThat(VastMacros.NONE.fill("http://x/\uD83D")).isEqualTo("http://x/%3F");
    }

    @Test
    void the_cache_buster_is_eight_digits_the_same_throughout_a_url_and_another_for_the_next() {
        VastMacros macros = VastMacros.builder().random(new Random(1)).build();
        String first = macros.fill("[CACHEBUSTING]-[random]-[RANDOM]-[CacheBuster]");
        assertThat(first).matches("([1-9]\\d{7})-\\1-\\1-\\1");
        assertThat(macros.fill("[CACHEBUSTING]")).matches("\\d{8}").isNotEqualTo(first.substring(0, 8));
        assertThat(VastMacros.builder().random(new Random(1)).build().fill("[CACHEBUSTING]"))
                .isEqualTo(first.substring(0, 8));
    }

    @Test
    void a_cache_buster_may_be_a_value_like_others() {
        assertThat(VastMacros.builder()
                        .set(VastMacro.CACHEBUSTING, "12345678")
                        .build()
                        .fill("[RANDOM]"))
                .isEqualTo("12345678");
    }

    @Test
    void macros_without_a_value_may_be_left_for_others() {
        VastMacros macros = VastMacros.builder()
                .leaveMissing()
                .errorCode(VastError.UNDEFINED)
                .build();
        assertThat(macros.fill("[ERRORCODE][IFA]%5BIFA%5D[FOO]")).isEqualTo("900[IFA]%5BIFA%5D[FOO]");
        assertThat(macros.toBuilder().set(VastMacro.IFA, "x").build().fill("[IFA][DEVICEIP]"))
                .isEqualTo("x[DEVICEIP]");
    }

    @Test
    void an_empty_value_is_none() {
        assertThat(MACROS.toBuilder().set(VastMacro.IFA, "").build().fill("[IFA]"))
                .isEqualTo("-1");
    }

    @Test
    void a_built_value_does_not_change_with_its_builder() {
        VastMacros.Builder builder = VastMacros.builder().set(VastMacro.IFA, "1");
        VastMacros macros = builder.build();
        builder.set(VastMacro.IFA, "2");
        assertThat(macros.fill("[IFA]")).isEqualTo("1");
    }

    @Test
    void macros_of_one_name_are_equal_in_any_case() {
        assertThat(VastMacro.of("assetUri")).isEqualTo(VastMacro.ASSETURI).hasToString("[ASSETURI]");
        assertThat(VastMacro.of("random")).isEqualTo(VastMacro.CACHEBUSTING).hasSameHashCodeAs(VastMacro.CACHEBUSTING);
        assertThat(VastMacro.of("own").isKnown()).isFalse();
        assertThat(VastMacro.of("own")).isEqualTo(VastMacro.of("OWN")).isNotEqualTo(VastMacro.of("other"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "[A]", "É"})
    void what_is_no_name_is_refused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> VastMacro.of(name));
    }
}
