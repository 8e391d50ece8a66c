package dev.hemstitch.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys and maps in the JSON of segments are those in force, wherever their tags stand. */
class InspectInForceTest {
    /** One member of each segment, as JSON; {@code -} for a segment without it. */
    private static List<String> each(String member, String... lines) {
        List<String> values = new ArrayList<>();
        for (JsonNode segment : Run.tree(Run.inspect(lines)).get("segments")) {
            values.add(segment.has(member) ? segment.get(member).toString() : "-");
        }
        return values;
    }

    @Test
    void aKeyHoldsUntilTheNextOneAndNoneEndsIt() {
        assertThat(each(
                        "keys",
                        "#EXTM3U",
                        "#EXT-X-TARGETDURATION:10",
                        "#EXTINF:1,",
                        "0.ts",
                        "#EXT-X-KEY:METHOD=AES-128,URI=\"k1\",IV=0x0A",
                        "#EXTINF:1,",
                        "1.ts",
                        "#EXTINF:1,",
                        "2.ts",
                        "#EXT-X-KEY:METHOD=AES-128,URI=\"k2?a,b\"",
                        "#EXTINF:1,",
                        "3.ts",
                        "#EXT-X-KEY:METHOD=NONE",
                        "#EXTINF:1,",
                        "4.ts"))
                .containsExactly(
                        "-",
                        "[{\"method\":\"AES-128\",\"uri\":\"k1\",\"iv\":\"0x0A\"}]",
                        "[{\"method\":\"AES-128\",\"uri\":\"k1\",\"iv\":\"0x0A\"}]",
                        "[{\"method\":\"AES-128\",\"uri\":\"k2?a,b\"}]",
                        "-");
    }

    @Test
    void keysOfSeveralFormatsAreInForceTogether() {
        String widevine = "urn:uuid:edef8ba9-79d6-4ace-a3c8-27dcd51d21ed";
        assertThat(each(
                        "keys",
                        "#EXTM3U",
                        "#EXT-X-TARGETDURATION:10",
                        "#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"skd://1\",KEYFORMAT=\"com.apple.streamingkeydelivery\","
                                + "KEYFORMATVERSIONS=\"1/2\"",
                        "#EXT-X-KEY:METHOD=SAMPLE-AES-CTR,URI=\"data:1\",KEYFORMAT=\"" + widevine + "\",KEYID=0x12",
                        "#EXTINF:1,",
                        "0.ts",
                        "#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"skd://2\",KEYFORMAT=\"com.apple.streamingkeydelivery\"",
                        "#EXTINF:1,",
                        "1.ts"))
                .containsExactly(Run.compact("""
                                [{"method":"SAMPLE-AES","uri":"skd://1","keyFormat":"com.apple.streamingkeydelivery",
                                "keyFormatVersions":"1/2"},
                                {"method":"SAMPLE-AES-CTR","uri":"data:1",
                                "keyFormat":"urn:uuid:edef8ba9-79d6-4ace-a3c8-27dcd51d21ed",
                                "attributes":{"METHOD":"SAMPLE-AES-CTR","URI":"data:1",
                                "KEYFORMAT":"urn:uuid:edef8ba9-79d6-4ace-a3c8-27dcd51d21ed","KEYID":"0x12"}}]
                                """), Run.compact("""
                                [{"method":"SAMPLE-AES-CTR","uri":"data:1",
                                "keyFormat":"urn:uuid:edef8ba9-79d6-4ace-a3c8-27dcd51d21ed",
                                "attributes":{"METHOD":"SAMPLE-AES-CTR","URI":"data:1",
                                "KEYFORMAT":"urn:uuid:edef8ba9-79d6-4ace-a3c8-27dcd51d21ed","KEYID":"0x12"}},
                                {"method":"SAMPLE-AES","uri":"skd://2","keyFormat":"com.apple.streamingkeydelivery"}]
                                """));
    }

    @Test
    void aMapHoldsUntilTheNextOne() {
        assertThat(each(
                        "map",
                        "#EXTM3U",
                        "#EXT-X-TARGETDURATION:10",
                        "#EXTINF:1,",
                        "0.ts",
                        "#EXT-X-MAP:URI=\"init.mp4\",BYTERANGE=\"720@0\"",
                        "#EXTINF:1,",
                        "1.mp4",
                        "#EXTINF:1,",
                        "2.mp4",
                        "#EXT-X-MAP:URI=\"other.mp4\"",
                        "#EXTINF:1,",
                        "3.mp4"))
                .containsExactly(
                        "-",
                        "{\"uri\":\"init.mp4\",\"byteRange\":{\"length\":720,\"offset\":0}}",
                        "{\"uri\":\"init.mp4\",\"byteRange\":{\"length\":720,\"offset\":0}}",
                        "{\"uri\":\"other.mp4\"}");
    }
}
