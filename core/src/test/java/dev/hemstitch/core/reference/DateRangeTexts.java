package dev.hemstitch.core.reference;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** DATERANGE tags of every class, whose attributes agree with each other and with earlier tags of the same ID. */
final class DateRangeTexts {
    private static final int MILLIS = 3;

    private final Dice dice;
    private final UriTexts uris;
    private final Deque<OpenBreak> openBreaks = new ArrayDeque<>();
    private int ranges;

    private record OpenBreak(String id, Instant start, String startText) {}

    DateRangeTexts(Dice dice, UriTexts uris) {
        this.dice = dice;
        this.uris = uris;
    }

    /** A few tags that concern what happens about now; for each call a later date. */
    List<String> at(Instant now) {
        Instant start = now.truncatedTo(ChronoUnit.MILLIS);
        List<String> tags = new ArrayList<>();
        if (!openBreaks.isEmpty() && dice.chance(40)) {
            tags.add(breakEnd(openBreaks.remove(), start));
        }
        int count = dice.pick(List.of(0, 0, 0, 0, 1, 1, 2, 3));
        for (int i = 0; i < count; i++) {
            tags.add(dice.tag("EXT-X-DATERANGE", range(start.plusMillis(i))));
        }
        return tags;
    }

    private List<String> range(Instant start) {
        ranges++;
        String id = dice.pick("range-", "0x3000-", "splice ", "\u00FC-") + ranges;
        String startText = DateTexts.spelled(dice, start, MILLIS);
        List<String> tag = new ArrayList<>(List.of("ID=\"" + id + "\"", "START-DATE=\"" + startText + "\""));
        switch (dice.between(0, 6)) {
            case 0, 1 -> tag.addAll(breakStart(new OpenBreak(id, start, startText)));
            case 2 -> tag.addAll(interstitial(id));
            case 3 -> tag.addAll(List.of("CLASS=\"com.example.chapter\"", "END-ON-NEXT=YES"));
            case 4 -> tag.addAll(preload());
            case 5 -> tag.add("SCTE35-CMD=" + ScteTexts.SPLICE_INSERT);
            default -> tag.addAll(free(start));
        }
        return tag;
    }

    private List<String> breakStart(OpenBreak open) {
        openBreaks.add(open);
        return List.of("PLANNED-DURATION=30.0", "SCTE35-OUT=" + ScteTexts.PLACEMENT_START);
    }

    private String breakEnd(OpenBreak open, Instant end) {
        List<String> tag = new ArrayList<>(List.of("ID=\"" + open.id + "\""));
        if (dice.chance(30)) {
            tag.add("START-DATE=\"" + open.startText + "\"");
        }
        boolean dated = dice.chance(50) && !end.isBefore(open.start);
        BigDecimal duration = dated ? seconds(ChronoUnit.MILLIS.between(open.start, end)) : new BigDecimal("29.97");
        if (dated) {
            tag.add("END-DATE=\"" + DateTexts.spelled(dice, end, MILLIS) + "\"");
        }
        if (!dated || dice.chance(50)) {
            tag.add("DURATION=" + duration.toPlainString());
        }
        tag.add("SCTE35-IN=" + ScteTexts.PLACEMENT_END);
        return dice.tag("EXT-X-DATERANGE", tag);
    }

    private List<String> interstitial(String id) {
        List<String> tag = new ArrayList<>(List.of("CLASS=\"com.apple.hls.interstitial\"", "DURATION=15.0"));
        tag.add(
                dice.chance(50)
                        ? "X-ASSET-URI=\"" + withId("https://ads.example/pod/1.m3u8?id=a,b", id) + "\""
                        : "X-ASSET-LIST=\"" + withId(uris.uri("list.json"), id) + "\"");
        List<String> options = List.of(
                "X-RESUME-OFFSET=0",
                "X-RESUME-OFFSET=-1.5",
                "X-PLAYOUT-LIMIT=30.0",
                "X-SNAP=\"OUT,IN\"",
                "X-RESTRICT=\"SKIP,JUMP\"",
                "X-CONTENT-MAY-VARY=\"NO\"",
                "X-TIMELINE-OCCUPIES=\"RANGE\"",
                "X-TIMELINE-STYLE=\"PRIMARY\"",
                "X-SKIP-CONTROL-OFFSET=5",
                "X-SKIP-CONTROL-DURATION=10",
                "X-SKIP-CONTROL-LABEL-ID=\"Skip_ad\"",
                "CUE=\"" + dice.pick("PRE", "POST", "ONCE", "PRE,ONCE") + "\"");
        // One of the two resume offsets at most.
        int first = dice.between(0, 1);
        tag.addAll(dice.shuffled(options.subList(1 + first, options.size())).subList(0, dice.between(0, 4)));
        if (first == 1) {
            tag.add(options.get(0));
        }
        return tag;
    }

    private static String withId(String uri, String id) {
        String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        int fragment = uri.indexOf('#');
        String resource = fragment < 0 ? uri : uri.substring(0, fragment);
        return resource + (resource.contains("?") ? "&" : "?") + "_HLS_interstitial_id=" + encoded
                + uri.substring(resource.length());
    }

    private List<String> preload() {
        return List.of(
                "CLASS=\"com.apple.hls.preload\"",
                "DURATION=10",
                "X-URI=\"" + uris.uri("preload.json") + "\"",
                "X-TARGET-ID=\"not-yet\"",
                "X-TARGET-CLASS=\"com.apple.hls.interstitial\"");
    }

    private List<String> free(Instant start) {
        List<String> tag = new ArrayList<>();
        long millis = dice.between(0, 90_000);
        if (dice.chance(50)) {
            tag.add("CLASS=\"com.example.program\"");
        }
        if (dice.chance(50)) {
            tag.add("END-DATE=\"" + DateTexts.spelled(dice, start.plusMillis(millis), MILLIS) + "\"");
        }
        if (dice.chance(50)) {
            tag.add("DURATION=" + seconds(millis).toPlainString());
        }
        List<String> ownAttributes = List.of(
                "X-COM-EXAMPLE-TEXT=\"a, b=c \u00E9\"",
                "X-COM-EXAMPLE-HEX=0x" + dice.hexadecimal(2 * dice.between(1, 40)),
                "X-COM-EXAMPLE-FLOAT=-12.50",
                "X-COM-EXAMPLE-INT=7");
        tag.addAll(dice.shuffled(ownAttributes).subList(0, dice.between(0, 4)));
        return tag;
    }

    private static BigDecimal seconds(long millis) {
        return BigDecimal.valueOf(millis, MILLIS);
    }
}
