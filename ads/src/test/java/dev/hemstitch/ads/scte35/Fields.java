package dev.hemstitch.ads.scte35;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What a section means as names and values, for comparing with published ones; {@code -} is absent. */
final class Fields {
    private final Map<String, String> fields = new LinkedHashMap<>();

    private Fields() {}

    static Map<String, String> of(SpliceInfoSection section) {
        Fields fields = new Fields();
        fields.put("tableId", section.tableId());
        fields.put("sapType", section.sapType());
        fields.put("protocolVersion", section.protocolVersion());
        fields.put("ptsAdjustment", section.ptsAdjustment());
        fields.put("cwIndex", section.cwIndex());
        fields.put("tier", section.tier());
        fields.put("legacy", section.hasLegacyCommandLength());
        fields.put("type", section.spliceCommand().spliceCommandType());
        fields.put("adjustedPtsTime", section.adjustedPtsTime());
        fields.put("stuffing", section.alignmentStuffing());
        fields.put("crc32", String.format(Locale.ROOT, "0x%08X", section.crc32()));
        fields.command(section.spliceCommand());
        fields.put("descriptors", section.descriptors().size());
        for (int i = 0; i < section.descriptors().size(); i++) {
            fields.descriptor("d" + i + ".", section.descriptors().get(i));
        }
        return fields.fields;
    }

    private void command(SpliceCommand command) {
        if (command instanceof TimeSignal signal) {
            put("ptsTime", signal.spliceTime().ptsTime());
        } else if (command instanceof SpliceInsert insert) {
            put("eventId", insert.spliceEventId());
            put("cancel", insert.spliceEventCancelIndicator());
            put("out", insert.outOfNetworkIndicator());
            put("program", insert.programSpliceFlag());
            put("immediate", insert.spliceImmediateFlag());
            put("ptsTime", insert.spliceTime().map(SpliceTime::ptsTime).orElse(OptionalLong.empty()));
            put("breakDuration", insert.breakDuration().map(BreakDuration::duration));
            put("autoReturn", insert.breakDuration().map(BreakDuration::autoReturn));
            put("uniqueProgramId", insert.uniqueProgramId());
            put("availNum", insert.availNum());
            put("availsExpected", insert.availsExpected());
        }
    }

    private void descriptor(String prefix, SpliceDescriptor descriptor) {
        put(prefix + "tag", descriptor.spliceDescriptorTag());
        put(prefix + "identifier", descriptor.identifier());
        if (descriptor instanceof AvailDescriptor avail) {
            put(prefix + "providerAvailId", avail.providerAvailId());
        } else if (descriptor instanceof DtmfDescriptor dtmf) {
            put(prefix + "preroll", dtmf.preroll());
            put(prefix + "dtmf", dtmf.dtmfChars().toText());
        } else if (descriptor instanceof UnknownDescriptor unknown) {
            put(prefix + "privateBytes", unknown.privateBytes());
        } else if (descriptor instanceof SegmentationDescriptor segmentation) {
            segmentation(prefix, segmentation);
        }
    }

    private void segmentation(String prefix, SegmentationDescriptor descriptor) {
        put(prefix + "eventId", descriptor.segmentationEventId());
        put(prefix + "typeId", descriptor.segmentationTypeId());
        put(prefix + "num", descriptor.segmentNum());
        put(prefix + "expected", descriptor.segmentsExpected());
        put(prefix + "subNum", descriptor.subSegmentNum());
        put(prefix + "duration", descriptor.segmentationDuration());
        put(prefix + "program", descriptor.programSegmentationFlag());
        Optional<DeliveryRestrictions> restrictions = descriptor.deliveryRestrictions();
        put(prefix + "restrictions", restrictions);
        put(prefix + "web", restrictions.map(DeliveryRestrictions::webDeliveryAllowedFlag));
        put(prefix + "noBlackout", restrictions.map(DeliveryRestrictions::noRegionalBlackoutFlag));
        put(prefix + "archive", restrictions.map(DeliveryRestrictions::archiveAllowedFlag));
        put(prefix + "device", restrictions.map(DeliveryRestrictions::deviceRestrictions));
        SegmentationUpid upid = descriptor.segmentationUpid();
        put(prefix + "upidType", upid.type());
        put(prefix + "upid", upid.value());
        put(prefix + "upidText", upid.toText());
        put(prefix + "formatIdentifier", upid.formatIdentifier());
        put(prefix + "upids", upid.upids().size());
        for (int i = 0; i < upid.upids().size(); i++) {
            put(prefix + "upid" + i + ".type", upid.upids().get(i).type());
            put(prefix + "upid" + i + ".value", upid.upids().get(i).value());
            put(prefix + "upid" + i + ".text", upid.upids().get(i).toText());
        }
    }

    private void put(String name, Object value) {
        fields.put(name, value.toString());
    }

    private void put(String name, Optional<?> value) {
        fields.put(name, value.map(Object::toString).orElse("-"));
    }

    private void put(String name, OptionalLong value) {
        fields.put(name, value.isPresent() ? Long.toString(value.getAsLong()) : "-");
    }

    private void put(String name, OptionalInt value) {
        fields.put(name, value.isPresent() ? Integer.toString(value.getAsInt()) : "-");
    }
}
