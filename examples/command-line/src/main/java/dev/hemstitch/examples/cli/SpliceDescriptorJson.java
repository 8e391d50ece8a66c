package dev.hemstitch.examples.cli;

import dev.hemstitch.ads.scte35.AudioDescriptor;
import dev.hemstitch.ads.scte35.AvailDescriptor;
import dev.hemstitch.ads.scte35.Bytes;
import dev.hemstitch.ads.scte35.DeliveryRestrictions;
import dev.hemstitch.ads.scte35.DtmfDescriptor;
import dev.hemstitch.ads.scte35.FormatIdentifier;
import dev.hemstitch.ads.scte35.SegmentationDescriptor;
import dev.hemstitch.ads.scte35.SegmentationUpid;
import dev.hemstitch.ads.scte35.SpliceDescriptor;
import dev.hemstitch.ads.scte35.TimeDescriptor;
import dev.hemstitch.ads.scte35.UnknownDescriptor;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The members of a descriptor, by the standard's names.
 *
 * @param all whether also those that say nothing of breaks
 */
record SpliceDescriptorJson(boolean all) {
    void descriptor(SpliceDescriptor descriptor, JsonWriter json) throws IOException {
        json.unsigned("tag", descriptor.spliceDescriptorTag());
        json.text("identifier", descriptor.identifier().toString());
        if (descriptor instanceof SegmentationDescriptor segmentation) {
            segmentation(segmentation, json);
        } else if (descriptor instanceof AvailDescriptor avail) {
            json.unsigned("providerAvailId", avail.providerAvailId());
        } else if (descriptor instanceof DtmfDescriptor dtmf) {
            json.unsigned("preroll", dtmf.preroll());
            json.text("dtmfChars", dtmf.dtmfChars().toText().orElseGet(dtmf.dtmfChars()::toHex));
        } else if (descriptor instanceof TimeDescriptor time) {
            json.unsigned("taiSeconds", time.taiSeconds());
            json.unsigned("taiNs", time.taiNs());
            json.unsigned("utcOffset", time.utcOffset());
        } else if (descriptor instanceof AudioDescriptor audio) {
            json.array("components", audio.components(), SpliceDescriptorJson::audio);
        } else if (descriptor instanceof UnknownDescriptor unknown) {
            json.text("privateBytes", unknown.privateBytes().toHex());
        }
    }

    private static void audio(AudioDescriptor.Component component, JsonWriter json) throws IOException {
        json.unsigned("componentTag", component.componentTag());
        json.text("isoCode", component.language());
        json.unsigned("bitStreamMode", component.bitStreamMode());
        json.unsigned("numChannels", component.numChannels());
        json.bool("fullSrvcAudio", component.fullSrvcAudio());
    }

    private void segmentation(SegmentationDescriptor descriptor, JsonWriter json) throws IOException {
        json.unsigned("segmentationEventId", descriptor.segmentationEventId());
        if (all) {
            json.bool("segmentationEventIdComplianceIndicator", descriptor.segmentationEventIdComplianceIndicator());
        }
        if (descriptor.segmentationEventCancelIndicator()) {
            json.bool("segmentationEventCancelIndicator", true);
        } else {
            segmentationFields(descriptor, json);
        }
        bytes("trailingBytes", descriptor.trailingBytes(), json);
    }

    private void segmentationFields(SegmentationDescriptor descriptor, JsonWriter json) throws IOException {
        json.unsigned("segmentationTypeId", descriptor.segmentationTypeId());
        if (all) {
            json.text("segmentationTypeName", descriptor.segmentationType().standardName());
            json.bool("programSegmentationFlag", descriptor.programSegmentationFlag());
            restrictions(descriptor.deliveryRestrictions(), json);
        }
        if (!descriptor.programSegmentationFlag()) {
            json.array("components", descriptor.components(), SpliceDescriptorJson::component);
        }
        json.unsigned("segmentationDuration", descriptor.segmentationDuration());
        json.unsigned("segmentNum", descriptor.segmentNum());
        json.unsigned("segmentsExpected", descriptor.segmentsExpected());
        json.unsigned("subSegmentNum", wide(descriptor.subSegmentNum()));
        json.unsigned("subSegmentsExpected", wide(descriptor.subSegmentsExpected()));
        upid(descriptor.segmentationUpid(), json);
    }

    private static void restrictions(Optional<DeliveryRestrictions> restrictions, JsonWriter json) throws IOException {
        json.bool("deliveryNotRestrictedFlag", restrictions.isEmpty());
        if (restrictions.isPresent()) {
            json.bool("webDeliveryAllowedFlag", restrictions.get().webDeliveryAllowedFlag());
            json.bool("noRegionalBlackoutFlag", restrictions.get().noRegionalBlackoutFlag());
            json.bool("archiveAllowedFlag", restrictions.get().archiveAllowedFlag());
            json.unsigned("deviceRestrictions", restrictions.get().deviceRestrictions());
        }
    }

    private static void component(SegmentationDescriptor.Component component, JsonWriter json) throws IOException {
        json.unsigned("componentTag", component.componentTag());
        json.unsigned("ptsOffset", component.ptsOffset());
    }

    /** A MID has its UPIDs beside its bytes, an MPU its owner. */
    private void upid(SegmentationUpid upid, JsonWriter json) throws IOException {
        json.unsigned("upidType", upid.type());
        bytes("upid", upid.value(), json);
        json.objects("upids", upid.upids(), this::upid);
        json.text("formatIdentifier", upid.formatIdentifier().map(FormatIdentifier::toString));
        if (all && !upid.value().isEmpty()) {
            json.text("upidText", upid.toText());
        }
    }

    private static void bytes(String name, Bytes bytes, JsonWriter json) throws IOException {
        if (!bytes.isEmpty()) {
            json.text(name, bytes.toHex());
        }
    }

    private static OptionalLong wide(OptionalInt value) {
        return value.isPresent() ? OptionalLong.of(value.getAsInt()) : OptionalLong.empty();
    }
}
