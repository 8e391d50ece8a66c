/**
 * SCTE 35: {@code splice_info_section} from base64, hexadecimal or bytes to a value, and back bit for bit. Names are the
 * standard's in camelCase; times and durations are 90 kHz ticks as coded ({@link MpegClock} converts them). Unknown
 * commands and descriptors, reserved bits and stuffing survive. It decrypts nothing and knows no playlists. It imports
 * nothing of this library. An example:
 *
 * <pre>{@code
 * SpliceInfoSection section = SpliceInfoSection.parse("/DA0AAAAAAAA///wBQb+cr0AUAAeAhxDVUVJSAAAjn/PAAGlmbAICAAAAAAsoKGKNAIAmsnRfg==");
 * section.adjustedPtsTime(); // 1924989008, with pts_adjustment added
 * for (SegmentationDescriptor d : section.segmentationDescriptors()) {
 *     d.segmentationType().isOut(); // true: 0x34, Provider Placement Opportunity Start
 *     d.segmentationDuration(); // 27630000 ticks, 307 seconds
 * }
 * section.toBuilder().ptsAdjustment(900_000).build().toBase64();
 * }</pre>
 */
@NullMarked
package dev.hemstitch.ads.scte35;

import org.jspecify.annotations.NullMarked;
