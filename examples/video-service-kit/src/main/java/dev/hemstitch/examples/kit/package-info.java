/**
 * A video service without a server, to be copied: {@link dev.hemstitch.examples.kit.VideoService} answers requests, and what is
 * around it, a servlet or a handler, only receives and sends.
 *
 * <p>Packages below: {@code config} settings · {@code http} requests, answers, and the checking of what strangers write · {@code
 * fetch} what others serve, kept and served stale rather than not at all · {@code titles} the catalog · {@code session} memory or
 * Redis · {@code ads} asking ad servers, once · {@code vod} and {@code live} stitching · {@code beacon} beacons · {@code telemetry}
 * logs and metrics · {@code jetty} limits for Jetty.
 */
@NullMarked
package dev.hemstitch.examples.kit;

import org.jspecify.annotations.NullMarked;
