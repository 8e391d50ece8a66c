package dev.hemstitch.ads.scte35;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each command and descriptor: its bits by hand from the syntax of the standard, and back. */
// Size: one command or descriptor after another, each with its bits beside it.
class CommandsAndDescriptorsTest {
    private static final SpliceTime AT_ONE = SpliceTime.of(1);
    private static final BreakDuration MINUTE = new BreakDuration(true, 5_400_000);

    record Coded(Object value, String hex) {}

    static Stream<Coded> commands() {
        return Stream.of(
                new Coded(new SpliceNull(), ""),
                new Coded(new BandwidthReservation(), ""),
                new Coded(new TimeSignal(SpliceTime.unspecified()), "7F"),
                new Coded(new TimeSignal(SpliceTime.of((1L << 33) - 1)), "FFFFFFFFFF"),
                new Coded(new PrivateCommand(new FormatIdentifier(0x41424344), Bytes.of((byte) 9)), "41424344 09"),
                new Coded(new UnknownCommand(0x01, Bytes.of((byte) 1, (byte) 2)), "0102"),
                new Coded(SpliceInsert.builder(0xFFFFFFFFL).cancel(), "FFFFFFFF FF"),
                new Coded(SpliceInsert.builder(7).build(), "00000007 7F 5F 0000 00 00"),
                new Coded(
                        SpliceInsert.builder(7)
                                .outOfNetworkIndicator(true)
                                .eventIdComplianceFlag(false)
                                .uniqueProgramId(0x1234)
                                .avails(1, 2)
                                .build(),
                        "00000007 7F D7 1234 01 02"),
                new Coded(
                        SpliceInsert.builder(7)
                                .spliceTime(AT_ONE)
                                .breakDuration(MINUTE)
                                .build(),
                        "00000007 7F 6F FE00000001 FE005265C0 0000 00 00"),
                new Coded(
                        SpliceInsert.builder(7)
                                .components(List.of(
                                        new SpliceInsert.Component(3, Optional.of(AT_ONE)),
                                        new SpliceInsert.Component(4, Optional.of(SpliceTime.unspecified()))))
                                .build(),
                        "00000007 7F 0F 02 03 FE00000001 04 7F 0000 00 00"),
                new Coded(
                        SpliceInsert.builder(7)
                                .components(List.of(new SpliceInsert.Component(3, Optional.empty())))
                                .build(),
                        "00000007 7F 1F 01 03 0000 00 00"),
                new Coded(new SpliceSchedule(List.of()), "00"),
                new Coded(
                        new SpliceSchedule(List.of(
                                new SpliceSchedule.Event(
                                        1,
                                        Optional.of(new SpliceSchedule.Splice(
                                                true,
                                                0x1F,
                                                OptionalLong.of(0x12345678),
                                                List.of(),
                                                Optional.of(MINUTE),
                                                5,
                                                6,
                                                7))),
                                new SpliceSchedule.Event(2, Optional.empty()),
                                new SpliceSchedule.Event(
                                        3,
                                        false,
                                        0,
                                        Optional.of(new SpliceSchedule.Splice(
                                                false,
                                                0,
                                                OptionalLong.empty(),
                                                List.of(new SpliceSchedule.Component(8, 9)),
                                                Optional.empty(),
                                                0,
                                                0,
                                                0))))),
                        "03 00000001 7F FF 12345678 FE005265C0 0005 06 07" + "00000002 FF"
                                + "00000003 00 00 01 08 00000009 0000 00 00"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_is_coded_as_the_standard_says(Coded coded) {
        SpliceCommand command = (SpliceCommand) coded.value();
        SpliceInfoSection section = SpliceInfoSection.builder(command).build();
        byte[] expected = HexFormat.of().parseHex(coded.hex().replace(" ", ""));
        byte[] bytes = section.toBytes();
        assertThat(bytes).hasSize(20 + expected.length);
        assertThat(bytes[12] & 0xFF).isEqualTo(expected.length);
        assertThat(bytes[13] & 0xFF).isEqualTo(command.spliceCommandType());
        assertThat(Arrays.copyOfRange(bytes, 14, 14 + expected.length)).isEqualTo(expected);
        SpliceInfoSection read = SpliceInfoSection.parse(bytes);
        assertThat(read.spliceCommand()).isEqualTo(command).hasSameHashCodeAs(command);
        assertThat(read).isEqualTo(section);
        assertThat(read.commandTrailingBytes()).isEqualTo(Bytes.EMPTY);
    }

    static Stream<Coded> descriptors() {
        Bytes text = Bytes.ofText("abc");
        return Stream.of(
                new Coded(new AvailDescriptor(0xFFFFFFFFL), "00 08 43554549 FFFFFFFF"),
                new Coded(new DtmfDescriptor(80, "519*"), "01 0A 43554549 50 9F 3531392A"),
                new Coded(new DtmfDescriptor(0, Bytes.EMPTY, 0), "01 06 43554549 00 00"),
                new Coded(
                        new TimeDescriptor(0x123456789ABCL, 999_999_999, 37),
                        "03 10 43554549 123456789ABC 3B9AC9FF 0025"),
                new Coded(
                        new AudioDescriptor(List.of(
                                new AudioDescriptor.Component(0xFF, 0x656E67, 0, 10, true),
                                new AudioDescriptor.Component(1, 0x737061, 2, 2, false))),
                        "04 0F 43554549 2F FF 656E67 15 01 737061 44"),
                new Coded(new AudioDescriptor(List.of(), 5), "04 05 43554549 05"),
                new Coded(new UnknownDescriptor(0x02, new FormatIdentifier(0x53415053), text), "02 07 53415053 616263"),
                new Coded(new UnknownDescriptor(0xF0, FormatIdentifier.CUEI, Bytes.EMPTY), "F0 04 43554549"),
                // More bytes than an avail_descriptor has.
                new Coded(
                        new UnknownDescriptor(0, FormatIdentifier.CUEI, Bytes.of(new byte[5])),
                        "00 09 43554549 0000000000"),
                new Coded(SegmentationDescriptor.builder(1, 0x30).cancel(), "02 09 43554549 00000001 FF"),
                new Coded(
                        SegmentationDescriptor.builder(1, 0x30).build(),
                        "02 0F 43554549 00000001 7F BF 00 00 30 00 00"),
                new Coded(
                        SegmentationDescriptor.builder(1, 0x34)
                                .segmentationEventIdComplianceIndicator(false)
                                .deliveryRestrictions(Optional.of(new DeliveryRestrictions(true, false, true, 1)))
                                .segmentationDuration(OptionalLong.of((1L << 40) - 1))
                                .segmentationUpid(new SegmentationUpid(SegmentationUpid.URI, text))
                                .segments(1, 2)
                                .subSegments(3, 4)
                                .build(),
                        "02 19 43554549 00000001 3F D5 FFFFFFFFFF 0F 03 616263 34 01 02 03 04"),
                new Coded(
                        SegmentationDescriptor.builder(1, 0x22)
                                .components(List.of(
                                        new SegmentationDescriptor.Component(1, 5),
                                        new SegmentationDescriptor.Component(2, 0, (1L << 33) - 1)))
                                .build(),
                        "02 1C 43554549 00000001 7F 3F 02 01 FE00000005 02 01FFFFFFFF 00 00 22 00 00"),
                new Coded(
                        SegmentationDescriptor.builder(1, 0x22)
                                .segmentationUpid(SegmentationUpid.ofSeveral(List.of(
                                        new SegmentationUpid(SegmentationUpid.URI, text),
                                        SegmentationUpid.ofPrivate(FormatIdentifier.CUEI, text))))
                                .build(),
                        "02 1D 43554549 00000001 7F BF 0D 0E 0F 03 616263 0C 07 43554549616263 22 00 00"));
    }

    @ParameterizedTest
    @MethodSource("descriptors")
    void a_descriptor_is_coded_as_the_standard_says(Coded coded) {
        SpliceDescriptor descriptor = (SpliceDescriptor) coded.value();
        SpliceInfoSection section = SpliceInfoSection.builder(new SpliceNull())
                .descriptors(List.of(descriptor, new AvailDescriptor(1)))
                .build();
        byte[] expected = HexFormat.of().parseHex(coded.hex().replace(" ", ""));
        byte[] bytes = section.toBytes();
        assertThat(Arrays.copyOfRange(bytes, 16, 16 + expected.length)).isEqualTo(expected);
        SpliceInfoSection read = SpliceInfoSection.parse(bytes);
        assertThat(read.descriptors()).containsExactly(descriptor, new AvailDescriptor(1));
        assertThat(read.descriptors().get(0)).hasSameHashCodeAs(descriptor);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, false, 0x", "1, 1, false, 0xAA", "2, 2, true, 0x", "3, 3, true, 0xCC"})
    void sub_segments_are_there_if_their_bytes_are_whatever_the_type(
            int count, int ignored, boolean there, String rest) {
        String tail = "AABBCC".substring(0, 2 * count);
        String hex = String.format(
                        "FC30%02X000000000000 00FFF00000 %04X 02 %02X 43554549 00000001 7F BF 00 00 10 00 00 %s",
                        34 + count, 17 + count, 15 + count, tail)
                .replace(" ", "");
        byte[] body = HexFormat.of().parseHex(hex);
        SpliceInfoSection section =
                SpliceInfoSection.parse(hex + HexFormat.of().toHexDigits(Crc32Mpeg.of(body, 0, body.length)));
        SegmentationDescriptor descriptor = section.segmentationDescriptors().get(0);
        assertThat(descriptor.subSegmentNum().isPresent()).isEqualTo(there);
        assertThat(descriptor.subSegmentsExpected().isPresent()).isEqualTo(there);
        assertThat(descriptor.trailingBytes()).hasToString(rest);
        assertThat(HexFormat.of().withUpperCase().formatHex(section.toBytes())).startsWith(hex);
    }

    static Stream<ThrowingCallable> outOfRange() {
        return Stream.of(
                () -> SpliceTime.of(1L << 33),
                () -> SpliceTime.of(-1),
                () -> new SpliceTime(OptionalLong.of(0), 0x40),
                () -> new BreakDuration(true, 1L << 33),
                () -> SpliceInsert.builder(1L << 32),
                () -> SpliceInsert.builder(1).uniqueProgramId(65536),
                () -> SpliceInsert.builder(1).avails(256, 0),
                () -> SpliceInsert.builder(1)
                        .components(List.of(
                                new SpliceInsert.Component(1, Optional.empty()),
                                new SpliceInsert.Component(2, Optional.of(AT_ONE)))),
                () -> new UnknownCommand(5, Bytes.EMPTY),
                () -> new UnknownCommand(256, Bytes.EMPTY),
                () -> new AvailDescriptor(-1),
                () -> new DtmfDescriptor(1, "12345678"),
                () -> new TimeDescriptor(1L << 48, 0, 0),
                () -> new AudioDescriptor.Component(0, 1 << 24, 0, 0, true),
                () -> new AudioDescriptor(IntStream.range(0, 16)
                        .mapToObj(i -> new AudioDescriptor.Component(i, 0, 0, 0, true))
                        .toList()),
                () -> new UnknownDescriptor(1, FormatIdentifier.CUEI, Bytes.of(new byte[252])),
                () -> SegmentationDescriptor.builder(1, 256),
                () -> SegmentationDescriptor.builder(1, 1).segmentationDuration(OptionalLong.of(1L << 40)),
                () -> SegmentationDescriptor.builder(1, 1)
                        .segmentationUpid(new SegmentationUpid(1, Bytes.of(new byte[255])))
                        .build(),
                () -> new SegmentationUpid(1, Bytes.of(new byte[256])),
                () -> new DeliveryRestrictions(true, true, true, 4),
                () -> SpliceInfoSection.builder(new SpliceNull()).tier(4096),
                () -> SpliceInfoSection.builder(new SpliceNull()).ptsAdjustment(1L << 33),
                () -> MpegClock.toNanos(-1),
                () -> new SpliceSchedule.Splice(
                        true,
                        0,
                        OptionalLong.of(0),
                        List.of(new SpliceSchedule.Component(1, 1)),
                        Optional.empty(),
                        0,
                        0,
                        0));
    }

    @ParameterizedTest
    @MethodSource("outOfRange")
    void what_does_not_fit_into_its_field_is_refused(ThrowingCallable making) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 11111",
        "4, 44444",
        "5, 55556",
        "9, 100000",
        "90000, 1000000000",
        "27630000, 307000000000",
        "8589934591, 95443717677778"
    })
    void ticks_are_nanoseconds_rounded_half_up_and_back(long ticks, long nanos) {
        assertThat(MpegClock.toNanos(ticks)).isEqualTo(nanos);
        assertThat(MpegClock.toDuration(ticks)).isEqualTo(Duration.ofNanos(nanos));
        assertThat(MpegClock.toTicks(nanos)).isEqualTo(ticks);
    }

    @Test
    void every_tick_of_two_hundred_comes_back() {
        assertThat(IntStream.range(0, 200).filter(t -> MpegClock.toTicks(MpegClock.toNanos(t)) != t))
                .isEmpty();
    }

    @Test
    void breaks_start_with_seven_types_and_end_with_the_next() {
        List<SegmentationType> all =
                IntStream.range(0, 256).mapToObj(SegmentationType::new).toList();
        assertThat(all)
                .filteredOn(SegmentationType::isOut)
                .extracting(SegmentationType::id)
                .containsExactly(0x22, 0x30, 0x32, 0x34, 0x36, 0x44, 0x46);
        assertThat(all)
                .filteredOn(SegmentationType::isIn)
                .extracting(SegmentationType::id)
                .containsExactly(0x23, 0x31, 0x33, 0x35, 0x37, 0x45, 0x47);
        assertThat(all)
                .filteredOn(SegmentationType::isOut)
                .allSatisfy(out -> assertThat(out.end())
                        .hasValueSatisfying(in -> assertThat(in.isIn()).isTrue()));
    }

    @ParameterizedTest
    @CsvSource({
        "0x00, Not Indicated",
        "0x10, Program Start",
        "0x19, Program Join",
        "0x23, Break End",
        "0x34, Provider Placement Opportunity Start",
        "0x37, Distributor Placement Opportunity End",
        "0x3E, Distributor Promo Start",
        "0x47, Distributor Ad Block End",
        "0x51, Network End",
        "0x60,"
    })
    void types_have_the_standards_names(String id, String name) {
        SegmentationType type = new SegmentationType(Integer.decode(id));
        assertThat(type.standardName()).isEqualTo(Optional.ofNullable(name));
        assertThat(type).hasToString(name == null ? id : id + " " + name);
    }

    @Test
    void a_type_ends_another_only_if_the_standard_pairs_them() {
        assertThat(new SegmentationType(0x50).end()).contains(new SegmentationType(0x51));
        for (int id : new int[] {0x00, 0x01, 0x11, 0x12, 0x17, 0x18, 0x23, 0x48, 0xFF}) {
            assertThat(new SegmentationType(id).end()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0x10, 00112233445566778899AABBCCDDEEFF, 00112233-4455-6677-8899-AABBCCDDEEFF",
        "0x08, FFFFFFFFFFFFFFFF, 18446744073709551615",
        "0x08, 01, 0x01",
        "0x0A, 30, 0x30",
        "0x0F, 0A, 0x0A",
        "0x0F, FF, 0xFF",
        "0x42, 4142, 0x4142",
        "0x02, 4142434431323334, ABCD1234"
    })
    void a_upid_that_does_not_fit_its_type_is_hexadecimal(String type, String hex, String text) {
        assertThat(new SegmentationUpid(
                                Integer.decode(type), Bytes.of(HexFormat.of().parseHex(hex)))
                        .toText())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0F", "0F04616263", "0F036162630F", "0F03616263FF"})
    void a_mid_whose_parts_do_not_fit_has_none_but_keeps_its_bytes(String hex) {
        SegmentationUpid mid = new SegmentationUpid(
                SegmentationUpid.MID, Bytes.of(HexFormat.of().parseHex(hex)));
        assertThat(mid.upids()).isEmpty();
        assertThat(mid.toText()).isEqualTo("0x" + hex);
    }

    @Test
    void an_mpu_has_its_owner_and_data() {
        Bytes data = Bytes.ofText("x");
        SegmentationUpid mpu = SegmentationUpid.ofPrivate(new FormatIdentifier(0x00414243), data);
        assertThat(mpu.formatIdentifier()).map(FormatIdentifier::toString).contains("0x00414243");
        assertThat(mpu.privateData()).contains(data);
        assertThat(new SegmentationUpid(SegmentationUpid.MPU, data).formatIdentifier())
                .isEmpty();
    }

    @Test
    void a_builder_forgets_what_no_longer_applies() {
        SegmentationDescriptor descriptor = SegmentationDescriptor.builder(1, 0x34)
                .components(List.of(new SegmentationDescriptor.Component(1, 5)))
                .segmentationDuration(OptionalLong.of(1))
                .subSegments(1, 1)
                .build();
        assertThat(descriptor.toBuilder()
                        .program()
                        .segmentationDuration(OptionalLong.empty())
                        .noSubSegments()
                        .build())
                .isEqualTo(SegmentationDescriptor.builder(1, 0x34).build());
        SpliceInsert insert = SpliceInsert.builder(1)
                .components(List.of(new SpliceInsert.Component(1, Optional.of(AT_ONE))))
                .breakDuration(MINUTE)
                .build();
        assertThat(insert.toBuilder().immediate().noBreakDuration().build())
                .isEqualTo(SpliceInsert.builder(1).build());
        assertThat(insert.toBuilder().cancel())
                .isEqualTo(SpliceInsert.builder(1).cancel());
    }
}
