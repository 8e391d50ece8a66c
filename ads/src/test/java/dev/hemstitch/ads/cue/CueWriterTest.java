package dev.hemstitch.ads.cue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hemstitch.ads.scte35.SpliceInfoSection;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What is written is read as it was, as far as the dialect can say it. */
@DisplayName("Writing cue markers")
class CueWriterTest {
    private static final long SECOND = 1_000_000_000L;

    private static SignalledBreak.Builder signalled(long start, long duration) {
        return SignalledBreak.builder("77", start * SECOND)
                .durationNanos(OptionalLong.of(duration * SECOND))
                .eventId(Optional.of("77"));
    }

    private static MediaPlaylist reparsed(MediaPlaylist playlist) {
        return (MediaPlaylist)
                PlaylistParser.lenient().parse(playlist.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<SignalledBreak> roundTrip(
            MediaPlaylist playlist, List<SignalledBreak> breaks, CueDialect... dialects) {
        return CueReader.withDefaults()
                .read(reparsed(CueWriter.of(dialects).write(playlist, breaks)))
                .breaks();
    }

    private static final MediaPlaylist SIX = CuePlaylists.media(CuePlaylists.DATED, "6", "6", "6", "6", "6", "6");

    @DisplayName("a break in the middle comes back from")
    @ParameterizedTest(name = "{0}")
    @EnumSource(mode = Mode.EXCLUDE, names = "ASSET")
    void middle(CueDialect dialect) {
        boolean point = dialect == CueDialect.PLACEMENT_OPPORTUNITY;
        SignalledBreak given =
                signalled(6, 18).endNanos(OptionalLong.of(18 * SECOND)).build();
        SignalledBreak read = roundTrip(SIX, List.of(given), dialect).get(0);

        assertThat(CuePlaylists.describe(read)).isEqualTo(point ? "6 #101 point" : "6 +18 =18 #101");
        assertThat(read.dialects()).containsExactly(dialect);
        assertThat(read.id()).isEqualTo(point ? "2026-03-01T10:00:06Z" : "77");
    }

    @DisplayName("a break that began earlier comes back from")
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"CUE_OUT", "SCTE35", "ADOBE_CUE", "DATERANGE"})
    void joined(CueDialect dialect) {
        SignalledBreak given =
                signalled(-8, 20).joinedAfterNanos(OptionalLong.of(8 * SECOND)).build();
        assertThat(CuePlaylists.describe(roundTrip(SIX, List.of(given), dialect)))
                .containsExactly("-8 +20 joined 8");
    }

    @DisplayName("a break that began earlier cannot be said in")
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"OATCLS", "SPLICEPOINT", "SCTE35_BARE", "PLACEMENT_OPPORTUNITY"})
    void notJoined(CueDialect dialect) {
        assertThat(roundTrip(SIX, List.of(signalled(-8, 20).build()), dialect)).isEmpty();
    }

    @Test
    void several_dialects_at_once_are_one_break_with_its_variables() {
        Map<String, String> asset = Map.of("TITLE", "a, \"b\" & c\n=é%20");
        SignalledBreak given = signalled(6, 12)
                .endNanos(OptionalLong.of(18 * SECOND))
                .asset(asset)
                .build();
        MediaPlaylist written = CueWriter.of(
                        CueDialect.OATCLS, CueDialect.ASSET, CueDialect.CUE_OUT, CueDialect.DATERANGE)
                .write(SIX, List.of(given));
        CueReading reading = CueReader.withDefaults().read(reparsed(written));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.breaks()).singleElement().satisfies(read -> {
            assertThat(CuePlaylists.describe(read)).isEqualTo("6 +12 =18 #101");
            assertThat(read.asset()).isEqualTo(asset);
            assertThat(read.dialects())
                    .containsExactly(CueDialect.OATCLS, CueDialect.ASSET, CueDialect.CUE_OUT, CueDialect.DATERANGE);
        });
    }

    @Test
    void the_lines_are_those_that_others_write() {
        SignalledBreak given = SignalledBreak.builder("x", 6 * SECOND)
                .durationNanos(OptionalLong.of(12 * SECOND))
                .endNanos(OptionalLong.of(18 * SECOND))
                .build();
        assertThat(CueWriter.of(CueDialect.CUE_OUT)
                        .write(CuePlaylists.media("6", "6", "6", "6"), List.of(given))
                        .toString())
                .isEqualTo(CuePlaylists.media(
                                "6",
                                "#EXT-X-CUE-OUT:12.000",
                                "6",
                                "#EXT-X-CUE-OUT-CONT:6.000/12.000",
                                "6",
                                "#EXT-X-CUE-IN",
                                "6")
                        .toString());
    }

    @Test
    void a_point_comes_back_as_a_point() {
        SignalledBreak given = signalled(6, 0)
                .endNanos(OptionalLong.of(6 * SECOND))
                .opportunity(Opportunity.INSERTION)
                .build();
        assertThat(CuePlaylists.describe(roundTrip(SIX, List.of(given), CueDialect.CUE_OUT)))
                .containsExactly("6 +0 =6 #101 point");
    }

    @Test
    void back_to_back_breaks_come_back() {
        List<SignalledBreak> given = List.of(
                signalled(6, 12).endNanos(OptionalLong.of(18 * SECOND)).build(),
                SignalledBreak.builder("78", 18 * SECOND)
                        .eventId(Optional.of("78"))
                        .durationNanos(OptionalLong.of(6 * SECOND))
                        .endNanos(OptionalLong.of(24 * SECOND))
                        .build());
        for (CueDialect dialect : List.of(
                CueDialect.CUE_OUT,
                CueDialect.OATCLS,
                CueDialect.SCTE35,
                CueDialect.SPLICEPOINT,
                CueDialect.DATERANGE)) {
            assertThat(CuePlaylists.describe(roundTrip(SIX, given, dialect)))
                    .as("%s", dialect)
                    .containsExactly("6 +12 =18 #101", "18 +6 =24 #103");
        }
    }

    @Test
    void the_sections_of_a_break_are_written_as_they_are() {
        SpliceInfoSection own = CuePlaylists.signal(4711, 0x34, OptionalLong.of(12));
        SignalledBreak given = signalled(6, 12)
                .sections(List.of(own))
                .endNanos(OptionalLong.of(18 * SECOND))
                .build();
        SignalledBreak read = roundTrip(SIX, List.of(given), CueDialect.OATCLS).get(0);
        assertThat(read.id()).isEqualTo("4711");
        assertThat(read.sections()).containsExactly(own, CuePlaylists.signal(4711, 0x35, OptionalLong.empty()));
    }

    @Test
    void an_id_cannot_bring_in_lines_or_variables() {
        String id = "a\"\n#EXT-X-ENDLIST\r,{$token}";
        SignalledBreak given = SignalledBreak.builder(id, 6 * SECOND)
                .eventId(Optional.of(id))
                .durationNanos(OptionalLong.of(6 * SECOND))
                .endNanos(OptionalLong.of(12 * SECOND))
                .build();
        for (CueDialect dialect : CueDialect.values()) {
            MediaPlaylist written = reparsed(CueWriter.of(dialect).write(SIX, List.of(given)));
            assertThat(written.endList()).as("%s", dialect).isFalse();
            assertThat(written.toString()).as("%s", dialect).doesNotContain("{$");
            assertThat(CueWriter.strip(written).toString()).isEqualTo(SIX.toString());
        }
    }

    @Test
    void a_date_range_needs_a_date() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CueWriter.of(CueDialect.DATERANGE)
                        .write(
                                CuePlaylists.media("6", "6"),
                                List.of(signalled(6, 6).build())));
    }

    @Test
    void removing_leaves_all_else_byte_for_byte() {
        String own = "#EXT-ACME:1\n#EXT-X-DATERANGE:ID=\"chapter\",START-DATE=\"2026-03-01T10:00:00Z\"\n# note";
        MediaPlaylist plain = CuePlaylists.media(CuePlaylists.DATED, "6", own, "6", "6", "6");
        CueDialect[] all = CueDialect.values();
        SignalledBreak given =
                signalled(6, 6).endNanos(OptionalLong.of(12 * SECOND)).build();
        MediaPlaylist marked = CueWriter.of(all).write(plain, List.of(given));
        assertThat(marked.lines()).hasSizeGreaterThan(plain.lines().size() + 10);
        assertThat(CueWriter.strip(reparsed(marked)).toString()).isEqualTo(plain.toString());
        assertThat(CueWriter.strip(plain).toString()).isEqualTo(plain.toString());
    }

    @DisplayName("random breaks of random playlists come back from")
    @ParameterizedTest(name = "{0}")
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"ASSET", "PLACEMENT_OPPORTUNITY"})
    void anyBreaks(CueDialect dialect) {
        Random random = new Random(dialect.tagName().length());
        int compared = 0;
        for (int run = 0; run < 150; run++) {
            List<String> items = new ArrayList<>(List.of(CuePlaylists.DATED));
            List<Long> starts = new ArrayList<>(List.of(0L));
            int count = 4 + random.nextInt(40);
            for (int i = 0; i < count; i++) {
                long millis = 1000L + random.nextInt(9000);
                items.add(CuePlaylists.seconds(millis * 1_000_000));
                starts.add(starts.get(i) + millis * 1_000_000);
            }
            MediaPlaylist playlist = CuePlaylists.media(items.toArray(String[]::new));
            List<SignalledBreak> given = new ArrayList<>();
            for (int at = random.nextInt(3); at < count; at += 1 + random.nextInt(5)) {
                int end = Math.min(count, at + 1 + random.nextInt(5));
                boolean ends = end < count && random.nextInt(4) > 0;
                long length = starts.get(end) - starts.get(at);
                String id = Integer.toString(random.nextInt(1_000_000_000));
                given.add(SignalledBreak.builder(id, starts.get(at))
                        .eventId(Optional.of(id))
                        .durationNanos(OptionalLong.of(ends ? length + random.nextInt(2) * (10 * SECOND) : length))
                        .endNanos(ends ? OptionalLong.of(starts.get(end)) : OptionalLong.empty())
                        .untilNanos(OptionalLong.of(starts.get(end)))
                        .mediaSequence(OptionalLong.of(100 + at))
                        .build());
                at = end;
            }
            MediaPlaylist written = CueWriter.of(dialect).write(playlist, given);
            assertThat(CueWriter.strip(written).toString()).isEqualTo(playlist.toString());
            assertThat(new String(PlaylistWriter.toBytes(written), StandardCharsets.UTF_8))
                    .isEqualTo(written.toString());
            CueReading reading = CueReader.withDefaults().read(reparsed(written));
            assertThat(reading.problems()).isEmpty();
            assertThat(CuePlaylists.describe(reading.breaks())).isEqualTo(CuePlaylists.describe(given));
            assertThat(reading.breaks())
                    .extracting(SignalledBreak::id)
                    .isEqualTo(given.stream().map(SignalledBreak::id).toList());
            compared += given.size();
        }
        assertThat(compared).isGreaterThan(400);
    }
}
