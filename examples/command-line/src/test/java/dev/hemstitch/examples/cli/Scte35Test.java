package dev.hemstitch.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.scte35.AudioDescriptor;
import dev.hemstitch.ads.scte35.BandwidthReservation;
import dev.hemstitch.ads.scte35.BreakDuration;
import dev.hemstitch.ads.scte35.Bytes;
import dev.hemstitch.ads.scte35.DtmfDescriptor;
import dev.hemstitch.ads.scte35.FormatIdentifier;
import dev.hemstitch.ads.scte35.PrivateCommand;
import dev.hemstitch.ads.scte35.SegmentationDescriptor;
import dev.hemstitch.ads.scte35.SegmentationUpid;
import dev.hemstitch.ads.scte35.SpliceCommand;
import dev.hemstitch.ads.scte35.SpliceDescriptor;
import dev.hemstitch.ads.scte35.SpliceInfoSection;
import dev.hemstitch.ads.scte35.SpliceInsert;
import dev.hemstitch.ads.scte35.SpliceNull;
import dev.hemstitch.ads.scte35.SpliceSchedule;
import dev.hemstitch.ads.scte35.SpliceTime;
import dev.hemstitch.ads.scte35.TimeDescriptor;
import dev.hemstitch.ads.scte35.TimeSignal;
import dev.hemstitch.ads.scte35.UnknownCommand;
import dev.hemstitch.ads.scte35.UnknownDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Scte35Test {
    private static final String SIGNAL = "/DA0AAAAAAAA///wBQb+cr0AUAAeAhxDVUVJSAAAjn/PAAGlmbAICAAAAAAsoKGKNAIAmsnRfg==";

    private static final String SIGNAL_JSON = """
            {"tableId":252,"protocolVersion":0,"ptsAdjustment":0,"tier":4095,"spliceCommandType":6,
             "spliceCommand":{"ptsTime":1924989008},
             "descriptors":[{"tag":2,"identifier":"CUEI","segmentationEventId":1207959694,"segmentationTypeId":52,
              "segmentationDuration":27630000,"segmentNum":2,"segmentsExpected":0,"upidType":8,
              "upid":"0x000000002CA0A18A"}],
             "crc32":"0x9AC9D17E"}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                SIGNAL,
                "0xFC3034000000000000FFFFF00506FE72BD0050001E021C435545494800008E7FCF0001A599B00808000000002CA0A18A3402009AC9D17E",
                "fc3034000000000000fffff00506fe72bd0050001e021c435545494800008e7fcf0001a599b00808000000002ca0a18a3402009ac9d17e"
            })
    void aTimeSignalHasTheStandardsNames(String text) {
        Run run = Run.of("scte35", text);
        assertThat(run.json()).isEqualTo(Run.compact(SIGNAL_JSON));
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aSectionComesFromStandardInputToo() {
        assertThat(Run.withInput("\"" + SIGNAL + "\"\n", "scte35", "-").json()).isEqualTo(Run.compact(SIGNAL_JSON));
    }

    @Test
    void aSpliceInsertHasTimeAndDuration() {
        Run run = Run.of("scte35", "/DAvAAAAAAAA///wFAVIAACPf+/+c2nALv4AUsz1AAAAAAAKAAhDVUVJAAABNWLbowo=");
        assertThat(run.json()).isEqualTo(Run.compact("""
                                {"tableId":252,"protocolVersion":0,"ptsAdjustment":0,"tier":4095,"spliceCommandType":5,
                                 "spliceCommand":{"spliceEventId":1207959695,"outOfNetworkIndicator":true,
                                  "spliceTime":{"ptsTime":1936310318},"breakDuration":{"autoReturn":true,"duration":5426421},
                                  "uniqueProgramId":0,"availNum":0,"availsExpected":0},
                                 "descriptors":[{"tag":0,"identifier":"CUEI","providerAvailId":309}],
                                 "crc32":"0x62DBA30A"}"""));
    }

    static Stream<Arguments> commands() {
        return Stream.of(
                command(new SpliceNull(), "{}"),
                command(new BandwidthReservation(), "{}"),
                command(new TimeSignal(SpliceTime.unspecified()), "{}"),
                command(
                        new PrivateCommand(FormatIdentifier.CUEI, Bytes.of((byte) 10)),
                        "{'identifier':'CUEI','privateBytes':'0x0A'}"),
                command(new UnknownCommand(1, Bytes.of((byte) 171)), "{'bytes':'0xAB'}"),
                command(
                        SpliceInsert.builder(4294967295L).cancel(),
                        "{'spliceEventId':4294967295,'spliceEventCancelIndicator':true}"),
                command(
                        SpliceInsert.builder(1).build(),
                        "{'spliceEventId':1,'outOfNetworkIndicator':false,'spliceImmediateFlag':true,"
                                + "'uniqueProgramId':0,'availNum':0,'availsExpected':0}"),
                command(
                        SpliceInsert.builder(1)
                                .components(List.of(new SpliceInsert.Component(2, Optional.of(SpliceTime.of(3)))))
                                .avails(4, 5)
                                .build(),
                        "{'spliceEventId':1,'outOfNetworkIndicator':false,"
                                + "'components':[{'componentTag':2,'spliceTime':{'ptsTime':3}}],"
                                + "'uniqueProgramId':0,'availNum':4,'availsExpected':5}"),
                command(
                        new SpliceSchedule(List.of(
                                new SpliceSchedule.Event(1, Optional.empty()),
                                event(OptionalLong.of(9), List.of()),
                                event(OptionalLong.empty(), List.of(new SpliceSchedule.Component(8, 9))))),
                        "{'events':[{'spliceEventId':1,'spliceEventCancelIndicator':true},"
                                + "{'spliceEventId':2,'outOfNetworkIndicator':true,'utcSpliceTime':9,"
                                + "'breakDuration':{'autoReturn':false,'duration':7},"
                                + "'uniqueProgramId':1,'availNum':2,'availsExpected':3},"
                                + "{'spliceEventId':2,'outOfNetworkIndicator':true,"
                                + "'components':[{'componentTag':8,'utcSpliceTime':9}],"
                                + "'breakDuration':{'autoReturn':false,'duration':7},"
                                + "'uniqueProgramId':1,'availNum':2,'availsExpected':3}]}"));
    }

    private static SpliceSchedule.Event event(OptionalLong time, List<SpliceSchedule.Component> components) {
        return new SpliceSchedule.Event(
                2,
                Optional.of(new SpliceSchedule.Splice(
                        true, 0, time, components, Optional.of(new BreakDuration(false, 7)), 1, 2, 3)));
    }

    private static Arguments command(SpliceCommand command, String json) {
        return Arguments.of(command, json.replace('\'', '"'));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void eachCommandHasItsFields(SpliceCommand command, String json) {
        Run run = Run.of("scte35", SpliceInfoSection.builder(command).build().toBase64());
        assertThat(run.tree().get("spliceCommand").toString()).isEqualTo(Run.compact(json));
        assertThat(run.tree().get("spliceCommandType").asInt()).isEqualTo(command.spliceCommandType());
        assertThat(run.tree().get("descriptors").toString()).isEqualTo("[]");
    }

    static Stream<Arguments> descriptors() {
        Bytes text = Bytes.ofText("ab");
        return Stream.of(
                descriptor(new DtmfDescriptor(80, "1*"), "{'tag':1,'identifier':'CUEI','preroll':80,'dtmfChars':'1*'}"),
                descriptor(
                        new TimeDescriptor(5, 6, 37),
                        "{'tag':3,'identifier':'CUEI','taiSeconds':5,'taiNs':6,'utcOffset':37}"),
                descriptor(
                        new AudioDescriptor(List.of(new AudioDescriptor.Component(1, 0x656E67, 2, 3, true))),
                        "{'tag':4,'identifier':'CUEI','components':[{'componentTag':1,'isoCode':'eng',"
                                + "'bitStreamMode':2,'numChannels':3,'fullSrvcAudio':true}]}"),
                descriptor(
                        new UnknownDescriptor(9, new FormatIdentifier(1), text),
                        "{'tag':9,'identifier':'0x00000001','privateBytes':'0x6162'}"),
                descriptor(
                        SegmentationDescriptor.builder(7, 0x34).cancel(),
                        "{'tag':2,'identifier':'CUEI','segmentationEventId':7,'segmentationEventCancelIndicator':true}"),
                descriptor(
                        SegmentationDescriptor.builder(7, 0x36)
                                .components(List.of(new SegmentationDescriptor.Component(1, 2)))
                                .segmentationUpid(SegmentationUpid.ofPrivate(FormatIdentifier.CUEI, text))
                                .segments(1, 2)
                                .subSegments(3, 4)
                                .build(),
                        "{'tag':2,'identifier':'CUEI','segmentationEventId':7,'segmentationTypeId':54,"
                                + "'components':[{'componentTag':1,'ptsOffset':2}],'segmentNum':1,'segmentsExpected':2,"
                                + "'subSegmentNum':3,'subSegmentsExpected':4,'upidType':12,'upid':'0x435545496162',"
                                + "'formatIdentifier':'CUEI'}"),
                descriptor(
                        SegmentationDescriptor.builder(7, 0x22)
                                .segmentationUpid(SegmentationUpid.ofSeveral(List.of(
                                        new SegmentationUpid(SegmentationUpid.URI, text), SegmentationUpid.NONE)))
                                .build(),
                        "{'tag':2,'identifier':'CUEI','segmentationEventId':7,'segmentationTypeId':34,"
                                + "'segmentNum':0,'segmentsExpected':0,'upidType':13,'upid':'0x0F0261620000',"
                                + "'upids':[{'upidType':15,'upid':'0x6162'},{'upidType':0}]}"));
    }

    private static Arguments descriptor(SpliceDescriptor descriptor, String json) {
        return Arguments.of(descriptor, json.replace('\'', '"'));
    }

    @ParameterizedTest
    @MethodSource("descriptors")
    void eachDescriptorHasItsFields(SpliceDescriptor descriptor, String json) {
        SpliceInfoSection section = SpliceInfoSection.builder(new SpliceNull())
                .descriptors(List.of(descriptor))
                .build();
        assertThat(Run.of("scte35", section.toHex())
                        .tree()
                        .get("descriptors")
                        .get(0)
                        .toString())
                .isEqualTo(Run.compact(json));
    }

    @Test
    void allShowsAlsoWhatSaysNothingOfBreaks() {
        Run run = Run.of("scte35", "--all", SIGNAL);
        assertThat(run.json())
                .startsWith("{\"tableId\":252,\"sapType\":3,\"cwIndex\":255,")
                .contains("\"segmentationTypeName\":\"Provider Placement Opportunity Start\"")
                .contains("\"webDeliveryAllowedFlag\":false,\"noRegionalBlackoutFlag\":true,"
                        + "\"archiveAllowedFlag\":true,\"deviceRestrictions\":3")
                .contains("\"upidText\":\"748724618\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no section! | the text is neither base64 nor hexadecimal: character 11 is no character of base64",
                "0x00 | 1 bytes are too few for a section",
                "/DARAAAAAAAAAP/wAAAAAHpPv/4= | CRC_32 is 0x7A4FBFFE, but that of the section is 0x7A4FBFFF",
                "/DARAAAAAAAAAP/w | section_length is 17, but only 9 bytes follow it"
            })
    void anUnreadableSectionIsExplained(String text, String message) {
        Run run = Run.of("scte35", text);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("the section cannot be read: ").contains(message);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void helpSaysWhatATextIs() {
        Run run = Run.of("scte35", "--help");
        assertThat(run.outText())
                .startsWith("Usage: hemstitch scte35")
                .contains("base64 or hexadecimal", "2   bad usage");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aMissingTextIsBadUsage() {
        Run run = Run.of("scte35");
        assertThat(run.err()).contains("Usage: hemstitch scte35");
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
