package dev.hemstitch.core.reference;

/** The free text of generated playlists: titles, comments, tags of vendors. All of it is legal. */
final class Words {
    private Words() {}

    static String title(Dice dice) {
        return dice.pick(
                "",
                "",
                "Part 1",
                "Folge 3, Teil 2: \u00DCbergang",
                "\u65E5\u672C\u8A9E, \u5B57\u5E55",
                "title with \"quotes\", #hash and a=b",
                "\uD83C\uDFAC take one",
                "http://not-a-uri.example/",
                "no desc");
    }

    static String comment(Dice dice) {
        return dice.pick(
                "#",
                "# a comment",
                "##EXTINF:6.0,a tag in a comment",
                "## Created with example-packager(version=1.10.4)",
                "#USP-X-TIMESTAMP-MAP:MPEGTS=900000,LOCAL=1970-01-01T00:00:00Z",
                "#\u00E4\u00F6\u00FC");
    }

    /** Tags that the specification does not know, those of ad markers first. */
    static String vendorTag(Dice dice) {
        return dice.pick(
                "#EXT-X-CUE-OUT",
                "#EXT-X-CUE-OUT:30",
                "#EXT-X-CUE-OUT:30.000",
                "#EXT-X-CUE-OUT:DURATION=105.000,BREAKID=325630",
                "#EXT-X-CUE-OUT-CONT:8.308/30",
                "#EXT-X-CUE-OUT-CONT:ElapsedTime=6.139,Duration=59.993,SCTE35=/DAlAAAAAAAAAP/wFAVDE1agf+//yBysA/4A",
                "#EXT-X-CUE-IN",
                "#EXT-OATCLS-SCTE35:/DAlAAAAAAAAAP/wFAVDE1agf+//yBysA/4APcxQAAAAAAAAXhEvvQ==",
                "#EXT-X-ASSET:GENRE=CV,CAID=12345678,EPISODE=\"Episode%20Name%20Date\"",
                "#EXT-X-SPLICEPOINT-SCTE35:/DAlAAAAAAAAAP/wFAVDE1agf+//yBysA/4APcxQAAAAAAAAXhEvvQ==",
                "#EXT-X-SCTE35:ID=\"7\",TYPE=0x34,CUE=\"/DAlAAAAAAAAAP/wFAVDE1agf\",CUE-OUT=YES",
                "#EXT-X-CUE:TYPE=\"SpliceOut\",ID=\"0\",TIME=414.171,DURATION=201.467",
                "#EXT-X-PLACEMENT-OPPORTUNITY",
                "#EXT-X-EXAMPLE-UNKNOWN:a:b=\"c,d\"",
                "#EXTVLCOPT:http-user-agent=example/1.0");
    }

    static String unknownAttribute(Dice dice) {
        return dice.pick("COM-EXAMPLE-NOTE=\"a, b=c\"", "X-VENDOR=0xAB01", "EXAMPLE=-1.5", "UNHEARD-OF=YES");
    }
}
