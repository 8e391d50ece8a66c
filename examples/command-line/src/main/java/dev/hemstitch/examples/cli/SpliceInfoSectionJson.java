package dev.hemstitch.examples.cli;

import dev.hemstitch.ads.scte35.BreakDuration;
import dev.hemstitch.ads.scte35.PrivateCommand;
import dev.hemstitch.ads.scte35.SpliceCommand;
import dev.hemstitch.ads.scte35.SpliceInfoSection;
import dev.hemstitch.ads.scte35.SpliceInsert;
import dev.hemstitch.ads.scte35.SpliceSchedule;
import dev.hemstitch.ads.scte35.SpliceTime;
import dev.hemstitch.ads.scte35.TimeSignal;
import dev.hemstitch.ads.scte35.UnknownCommand;
import java.io.IOException;
import java.util.Locale;

/**
 * The members of a section and its command, by the standard's names.
 *
 * @param all whether also those that say nothing of breaks
 */
record SpliceInfoSectionJson(boolean all) {
    void section(SpliceInfoSection section, JsonWriter json) throws IOException {
        json.unsigned("tableId", section.tableId());
        if (all) {
            json.unsigned("sapType", section.sapType());
            json.unsigned("cwIndex", section.cwIndex());
        }
        json.unsigned("protocolVersion", section.protocolVersion());
        json.unsigned("ptsAdjustment", section.ptsAdjustment());
        json.unsigned("tier", section.tier());
        json.unsigned("spliceCommandType", section.spliceCommand().spliceCommandType());
        json.object("spliceCommand", section.spliceCommand(), this::command);
        json.array("descriptors", section.descriptors(), new SpliceDescriptorJson(all)::descriptor);
        if (!section.alignmentStuffing().isEmpty()) {
            json.text("alignmentStuffing", section.alignmentStuffing().toHex());
        }
        json.text("crc32", String.format(Locale.ROOT, "0x%08X", section.crc32()));
    }

    private void command(SpliceCommand command, JsonWriter json) throws IOException {
        if (command instanceof TimeSignal signal) {
            spliceTime(signal.spliceTime(), json);
        } else if (command instanceof SpliceInsert insert) {
            insert(insert, json);
        } else if (command instanceof SpliceSchedule schedule) {
            json.array("events", schedule.events(), this::event);
        } else if (command instanceof PrivateCommand own) {
            json.text("identifier", own.identifier().toString());
            json.text("privateBytes", own.privateBytes().toHex());
        } else if (command instanceof UnknownCommand unknown) {
            json.text("bytes", unknown.bytes().toHex());
        }
    }

    private static void spliceTime(SpliceTime time, JsonWriter json) throws IOException {
        json.unsigned("ptsTime", time.ptsTime());
    }

    private static void breakDuration(BreakDuration duration, JsonWriter json) throws IOException {
        json.bool("autoReturn", duration.autoReturn());
        json.unsigned("duration", duration.duration());
    }

    private void insert(SpliceInsert insert, JsonWriter json) throws IOException {
        json.unsigned("spliceEventId", insert.spliceEventId());
        if (insert.spliceEventCancelIndicator()) {
            json.bool("spliceEventCancelIndicator", true);
            return;
        }
        json.bool("outOfNetworkIndicator", insert.outOfNetworkIndicator());
        json.flag("spliceImmediateFlag", insert.spliceImmediateFlag());
        if (all) {
            json.bool("programSpliceFlag", insert.programSpliceFlag());
            json.bool("eventIdComplianceFlag", insert.eventIdComplianceFlag());
        }
        json.object("spliceTime", insert.spliceTime(), SpliceInfoSectionJson::spliceTime);
        if (!insert.programSpliceFlag()) {
            json.array("components", insert.components(), SpliceInfoSectionJson::component);
        }
        json.object("breakDuration", insert.breakDuration(), SpliceInfoSectionJson::breakDuration);
        json.unsigned("uniqueProgramId", insert.uniqueProgramId());
        json.unsigned("availNum", insert.availNum());
        json.unsigned("availsExpected", insert.availsExpected());
    }

    private static void component(SpliceInsert.Component component, JsonWriter json) throws IOException {
        json.unsigned("componentTag", component.componentTag());
        json.object("spliceTime", component.spliceTime(), SpliceInfoSectionJson::spliceTime);
    }

    private void event(SpliceSchedule.Event event, JsonWriter json) throws IOException {
        json.unsigned("spliceEventId", event.spliceEventId());
        json.flag("spliceEventCancelIndicator", event.splice().isEmpty());
        if (all) {
            json.bool("eventIdComplianceFlag", event.eventIdComplianceFlag());
        }
        if (event.splice().isPresent()) {
            splice(event.splice().get(), json);
        }
    }

    private static void splice(SpliceSchedule.Splice splice, JsonWriter json) throws IOException {
        json.bool("outOfNetworkIndicator", splice.outOfNetworkIndicator());
        json.unsigned("utcSpliceTime", splice.utcSpliceTime());
        if (splice.utcSpliceTime().isEmpty()) {
            json.array("components", splice.components(), SpliceInfoSectionJson::scheduledComponent);
        }
        json.object("breakDuration", splice.breakDuration(), SpliceInfoSectionJson::breakDuration);
        json.unsigned("uniqueProgramId", splice.uniqueProgramId());
        json.unsigned("availNum", splice.availNum());
        json.unsigned("availsExpected", splice.availsExpected());
    }

    private static void scheduledComponent(SpliceSchedule.Component component, JsonWriter json) throws IOException {
        json.unsigned("componentTag", component.componentTag());
        json.unsigned("utcSpliceTime", component.utcSpliceTime());
    }
}
