package dev.hemstitch.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The JSON of Multivariant Playlists, whole: nothing is missing and nothing is more. */
class InspectMultivariantPlaylistTest {
    @Test
    void theLeastPlaylistHasNothingThatIsNotInIt() {
        assertThat(Run.inspect("#EXTM3U", "#EXT-X-STREAM-INF:BANDWIDTH=1280000", "low/v.m3u8"))
                .isEqualTo(Run.compact("""
                        {"kind":"multivariant","variants":[
                        {"uri":"low/v.m3u8","bandwidth":1280000,"attributes":{"BANDWIDTH":"1280000"}}]}
                        """));
    }

    @Test
    void headerTagsAndTagsThatNobodyDefinesAreThere() {
        assertThat(Run.inspect(
                        "#EXTM3U",
                        "#EXT-X-VERSION:6",
                        "#EXT-X-INDEPENDENT-SEGMENTS",
                        "#EXT-X-START:TIME-OFFSET=10,PRECISE=YES",
                        "#EXT-X-DEFINE:NAME=\"v\",VALUE=\"1\"",
                        "#EXT-X-CONTENT-STEERING:SERVER-URI=\"/steer?x=1\",PATHWAY-ID=\"CDN-A\"",
                        "#EXT-X-MINE:1",
                        "#EXT-X-STREAM-INF:BANDWIDTH=1",
                        "v.m3u8"))
                .isEqualTo(Run.compact("""
                        {"kind":"multivariant","version":6,"independentSegments":true,
                        "start":{"timeOffset":10,"precise":true},
                        "defines":[{"NAME":"v","VALUE":"1"}],
                        "contentSteering":{"serverUri":"/steer?x=1","pathwayId":"CDN-A",
                        "attributes":{"SERVER-URI":"/steer?x=1","PATHWAY-ID":"CDN-A"}},
                        "variants":[{"uri":"v.m3u8","bandwidth":1,"attributes":{"BANDWIDTH":"1"}}],
                        "otherTags":["#EXT-X-MINE:1"]}
                        """));
    }

    @Test
    void aVariantHasItsAttributesTypedAndVerbatim() {
        assertThat(Run.inspect(
                        "#EXTM3U",
                        "#EXT-X-STREAM-INF:BANDWIDTH=1280000,AVERAGE-BANDWIDTH=1000000,SCORE=2.50,"
                                + "CODECS=\"avc1.4d401f, mp4a.40.2\",SUPPLEMENTAL-CODECS=\"dvh1.08.07/db4h\","
                                + "RESOLUTION=1280x720,FRAME-RATE=29.970,HDCP-LEVEL=TYPE-0,ALLOWED-CPC=\"a:b\","
                                + "VIDEO-RANGE=PQ,REQ-VIDEO-LAYOUT=\"CH-STEREO\",STABLE-VARIANT-ID=\"s\",AUDIO=\"aac\","
                                + "VIDEO=\"v\",SUBTITLES=\"subs\",CLOSED-CAPTIONS=NONE,PATHWAY-ID=\"A\",X-MINE=7",
                        "v.m3u8"))
                .isEqualTo(Run.compact("""
                        {"kind":"multivariant","variants":[{"uri":"v.m3u8","bandwidth":1280000,
                        "averageBandwidth":1000000,"score":2.50,"codecs":"avc1.4d401f, mp4a.40.2",
                        "supplementalCodecs":"dvh1.08.07/db4h","resolution":{"width":1280,"height":720},
                        "frameRate":29.970,"hdcpLevel":"TYPE-0","allowedCpc":"a:b","videoRange":"PQ",
                        "reqVideoLayout":"CH-STEREO","stableVariantId":"s","audio":"aac","video":"v",
                        "subtitles":"subs","closedCaptions":"NONE","pathwayId":"A",
                        "attributes":{"BANDWIDTH":"1280000","AVERAGE-BANDWIDTH":"1000000","SCORE":"2.50",
                        "CODECS":"avc1.4d401f, mp4a.40.2","SUPPLEMENTAL-CODECS":"dvh1.08.07/db4h",
                        "RESOLUTION":"1280x720","FRAME-RATE":"29.970","HDCP-LEVEL":"TYPE-0","ALLOWED-CPC":"a:b",
                        "VIDEO-RANGE":"PQ","REQ-VIDEO-LAYOUT":"CH-STEREO","STABLE-VARIANT-ID":"s","AUDIO":"aac",
                        "VIDEO":"v","SUBTITLES":"subs","CLOSED-CAPTIONS":"NONE","PATHWAY-ID":"A","X-MINE":"7"}}]}
                        """));
    }

    @Test
    void anAttributeThatCannotBeReadIsVerbatimOnly() {
        assertThat(Run.inspect("#EXTM3U", "#EXT-X-STREAM-INF:BANDWIDTH=fast,RESOLUTION=HD", "v.m3u8"))
                .isEqualTo(Run.compact("""
                        {"kind":"multivariant","variants":[
                        {"uri":"v.m3u8","attributes":{"BANDWIDTH":"fast","RESOLUTION":"HD"}}]}
                        """));
    }

    @Test
    void aRenditionHasFlagsOnlyWhereTheyAreWritten() {
        assertThat(Run.inspect(
                        "#EXTM3U",
                        "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"aac\",NAME=\"English\",LANGUAGE=\"en\",DEFAULT=YES,"
                                + "AUTOSELECT=NO,URI=\"a.m3u8\",CHANNELS=\"2\",BIT-DEPTH=16,SAMPLE-RATE=48000",
                        "#EXT-X-MEDIA:TYPE=CLOSED-CAPTIONS,GROUP-ID=\"cc\",NAME=\"Deutsch\",ASSOC-LANGUAGE=\"de\","
                                + "INSTREAM-ID=\"CC1\",FORCED=NO,STABLE-RENDITION-ID=\"r\",CHARACTERISTICS=\"a,b\"",
                        "#EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO=\"aac\"",
                        "v.m3u8"))
                .contains(Run.compact("""
                        [{"type":"AUDIO","uri":"a.m3u8","groupId":"aac","language":"en","name":"English",
                        "default":true,"autoselect":false,"bitDepth":16,"sampleRate":48000,"channels":"2",
                        "attributes":{"TYPE":"AUDIO","GROUP-ID":"aac","NAME":"English","LANGUAGE":"en","DEFAULT":"YES",
                        "AUTOSELECT":"NO","URI":"a.m3u8","CHANNELS":"2","BIT-DEPTH":"16","SAMPLE-RATE":"48000"}},
                        {"type":"CLOSED-CAPTIONS","groupId":"cc","assocLanguage":"de","name":"Deutsch",
                        "stableRenditionId":"r","forced":false,"instreamId":"CC1","characteristics":"a,b",
                        "attributes":{"TYPE":"CLOSED-CAPTIONS","GROUP-ID":"cc","NAME":"Deutsch","ASSOC-LANGUAGE":"de",
                        "INSTREAM-ID":"CC1","FORCED":"NO","STABLE-RENDITION-ID":"r","CHARACTERISTICS":"a,b"}}]
                        """));
    }

    @Test
    void iFramesSessionDataAndSessionKeysAreThere() {
        assertThat(Run.inspect(
                        "#EXTM3U",
                        "#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=86000,URI=\"i.m3u8\",RESOLUTION=640x360",
                        "#EXT-X-SESSION-DATA:DATA-ID=\"com.example.title\",VALUE=\"A \u00e4 title\",LANGUAGE=\"en\"",
                        "#EXT-X-SESSION-KEY:METHOD=SAMPLE-AES,URI=\"skd://k\",KEYFORMAT=\"f\",KEYFORMATVERSIONS=\"1\""))
                .isEqualTo(Run.compact("""
                        {"kind":"multivariant","variants":[],
                        "iFrameVariants":[{"bandwidth":86000,"resolution":{"width":640,"height":360},"uri":"i.m3u8",
                        "attributes":{"BANDWIDTH":"86000","URI":"i.m3u8","RESOLUTION":"640x360"}}],
                        "sessionData":[{"dataId":"com.example.title","value":"A \u00e4 title","language":"en",
                        "attributes":{"DATA-ID":"com.example.title","VALUE":"A \u00e4 title","LANGUAGE":"en"}}],
                        "sessionKeys":[{"method":"SAMPLE-AES","uri":"skd://k","keyFormat":"f","keyFormatVersions":"1",
                        "attributes":{"METHOD":"SAMPLE-AES","URI":"skd://k","KEYFORMAT":"f","KEYFORMATVERSIONS":"1"}}]}
                        """));
    }
}
