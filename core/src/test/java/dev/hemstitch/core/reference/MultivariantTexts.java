package dev.hemstitch.core.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A legal multivariant playlist: variants, and all that is said of the whole presentation. */
final class MultivariantTexts {
    private static final int KEYFORMAT_VERSION = 5;
    private static final List<String> SINGLE_CODECS =
            List.of("avc1.640028,mp4a.40.2", "avc1.4D401F,mp4a.40.2,ac-3", "hvc1.2.4.L123.B0,ec-3", "av01.0.08M.08");

    private final Dice dice;
    private final UriTexts uris;
    private final GroupTexts groups;
    private final Optional<String> closedCaptions;
    private final boolean steering;
    private final boolean scored;

    private MultivariantTexts(Dice dice) {
        this.dice = dice;
        this.uris = new UriTexts(dice);
        if (dice.chance(25)) {
            uris.define(false);
        }
        this.steering = dice.chance(20);
        this.scored = dice.chance(20);
        this.groups = new GroupTexts(dice, uris, steering);
        this.closedCaptions = groups.closedCaptions();
    }

    static List<String> lines(Dice dice) {
        return new MultivariantTexts(dice).lines();
    }

    private List<String> lines() {
        List<List<String>> items = new ArrayList<>(groups.tags());
        int count = dice.chance(2) ? 200 : dice.between(1, 6);
        for (int i = 0; i < count; i++) {
            items.addAll(variant(i));
        }
        // An alternative video rendition would ask for an I-frame rendition of its own.
        if (!groups.hasVideo() && dice.chance(40)) {
            items.addAll(iFrameVariants());
        }
        items.addAll(sessionData());
        if (steering) {
            String server = dice.pick("https://steer.example/v1?x=1", "/steer", "data:application/json;base64,e30=");
            items.add(List.of("#EXT-X-CONTENT-STEERING:SERVER-URI=\"" + server + "\",PATHWAY-ID=\"A\""));
        }
        for (int odds = 20; dice.chance(odds); odds = 40) {
            String tiles = "#EXT-X-IMAGE-STREAM-INF:BANDWIDTH=10000,RESOLUTION=320x180,URI=\"tiles.m3u8\"";
            items.add(List.of(dice.pick(tiles, "#EXT-X-EXAMPLE-UNKNOWN:1", Words.comment(dice), "")));
        }
        List<String> lines = new ArrayList<>(List.of("#EXTM3U"));
        if (dice.chance(50)) {
            lines.add("#EXT-X-INDEPENDENT-SEGMENTS");
        }
        if (dice.chance(15)) {
            lines.add("#EXT-X-START:TIME-OFFSET=" + dice.pick("0", "25.5", "-12.000") + dice.pick("", ",PRECISE=YES"));
        }
        lines.addAll(uris.definitions());
        (dice.chance(30) ? dice.shuffled(items) : items).forEach(lines::addAll);
        return withSessionKeys(lines);
    }

    /** Whether KEYFORMAT raises the version here is open, so it comes in only where the version is high anyway. */
    private List<String> withSessionKeys(List<String> lines) {
        int version = VersionNeed.of(lines);
        if (dice.chance(25)) {
            lines.add(dice.tag("EXT-X-SESSION-KEY", List.of("METHOD=AES-128", "URI=\"" + uris.uri("key.bin") + "\"")));
        }
        if (version >= KEYFORMAT_VERSION && dice.chance(50)) {
            lines.add(dice.tag(
                    "EXT-X-SESSION-KEY",
                    List.of(
                            "METHOD=" + dice.pick("SAMPLE-AES", "SAMPLE-AES-CTR"),
                            "URI=\"skd://key?id=" + dice.letters(6) + "\"",
                            "KEYFORMAT=\"com.apple.streamingkeydelivery\"",
                            "KEYFORMATVERSIONS=\"1\"")));
        }
        if (version > 1 || dice.chance(50)) {
            lines.add(1, "#EXT-X-VERSION:" + version);
        }
        return lines;
    }

    /** One variant; with steering the same one on two pathways. */
    private List<List<String>> variant(int index) {
        String codecs = groups.codecs().orElseGet(() -> dice.pick(SINGLE_CODECS));
        List<String> attributes = streamAttributes(index, codecs);
        if (dice.chance(60)) {
            attributes.add("FRAME-RATE=" + dice.pick("25", "29.970", "60.000", "23.976"));
        }
        attributes.addAll(groups.references());
        closedCaptions.ifPresent(group -> attributes.add("CLOSED-CAPTIONS=" + group));
        String name = "variant" + index + ".m3u8";
        List<List<String>> items = new ArrayList<>();
        for (String pathway : steering ? List.of("A", "B") : List.of("")) {
            List<String> onPathway = new ArrayList<>(attributes);
            if (steering) {
                onPathway.add("PATHWAY-ID=\"" + pathway + "\"");
            }
            List<String> lines = new ArrayList<>(List.of(dice.tag("EXT-X-STREAM-INF", onPathway)));
            if (dice.chance(4)) {
                lines.add(dice.pick("", "# between a variant and its URI"));
            }
            String path = pathway.isEmpty() ? name : "pathway-" + pathway + "/" + name;
            lines.add(index == 0 ? uris.withVariable(path) : uris.uri(path));
            items.add(lines);
        }
        return items;
    }

    private List<String> streamAttributes(int index, String codecs) {
        List<String> attributes = new ArrayList<>();
        long bandwidth = dice.chance(3) ? Long.MAX_VALUE : dice.between(100_000L, 20_000_000L);
        attributes.add("BANDWIDTH=" + (dice.chance(2) ? "18446744073709551615" : Long.toString(bandwidth)));
        if (dice.chance(50)) {
            attributes.add("AVERAGE-BANDWIDTH=" + bandwidth / 10 * 9);
        }
        if (scored) {
            attributes.add("SCORE=" + dice.pick("1", "2.5", "0.001"));
        }
        attributes.add("CODECS=\"" + codecs + "\"");
        boolean hevc = codecs.contains("hvc1");
        if (hevc && dice.chance(50)) {
            attributes.add("SUPPLEMENTAL-CODECS=\"" + dice.pick("hvc1.2.20.L123.B0/cdm4", "dvh1.08.07/db4h") + "\"");
        }
        if (dice.chance(70)) {
            attributes.add("RESOLUTION=" + dice.pick("1920x1080", "1280x720", "416x234", "7680x4320"));
        }
        if (dice.chance(20)) {
            attributes.add("HDCP-LEVEL=" + dice.pick("NONE", "TYPE-0", "TYPE-1"));
        }
        if (dice.chance(10)) {
            attributes.add("ALLOWED-CPC=\"com.example.drm:SMART-TV/PC,com.example.other:HW\"");
        }
        if (hevc || dice.chance(10)) {
            attributes.add("VIDEO-RANGE=" + (hevc ? dice.pick("PQ", "HLG") : "SDR"));
        }
        if (dice.chance(3)) {
            attributes.add("REQ-VIDEO-LAYOUT=\"" + dice.pick("CH-STEREO", "CH-STEREO/PROJ-EQUI,CH-MONO") + "\"");
        }
        if (steering || dice.chance(10)) {
            attributes.add("STABLE-VARIANT-ID=\"v+/=.-_" + index + "\"");
        }
        if (dice.chance(5)) {
            attributes.add(Words.unknownAttribute(dice));
        }
        return attributes;
    }

    private List<List<String>> iFrameVariants() {
        List<List<String>> items = new ArrayList<>();
        int count = dice.between(1, 3);
        for (int i = 0; i < count; i++) {
            // With steering one for each pathway, else one.
            for (String pathway : steering ? List.of("A", "B") : List.of("")) {
                List<String> attributes = streamAttributes(100 + i, dice.pick("avc1.640028", "hvc1.2.4.L123.B0"));
                attributes.add("URI=\"" + uris.uri("iframe" + i + pathway + ".m3u8") + "\"");
                if (steering) {
                    attributes.add("PATHWAY-ID=\"" + pathway + "\"");
                }
                items.add(List.of(dice.tag("EXT-X-I-FRAME-STREAM-INF", attributes)));
            }
        }
        return items;
    }

    private List<List<String>> sessionData() {
        List<List<String>> items = new ArrayList<>();
        int count = dice.chance(30) ? dice.between(1, 3) : 0;
        for (int i = 0; i < count; i++) {
            List<String> attributes = new ArrayList<>(List.of("DATA-ID=\"com.example.data" + i + "\""));
            if (dice.chance(50)) {
                attributes.add("VALUE=\"" + dice.pick("a, b = c", "\u00DCberschrift", "1") + "\"");
            } else {
                attributes.add("URI=\"" + uris.uri("data.json") + "\"");
                if (dice.chance(50)) {
                    attributes.add("FORMAT=" + dice.pick("JSON", "RAW"));
                }
            }
            if (dice.chance(50)) {
                attributes.add("LANGUAGE=\"" + dice.pick("en", "de-CH") + "\"");
            }
            items.add(List.of(dice.tag("EXT-X-SESSION-DATA", attributes)));
        }
        return items;
    }
}
