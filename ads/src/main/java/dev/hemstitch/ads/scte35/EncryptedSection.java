package dev.hemstitch.ads.scte35;

/**
 * What can be read of an encrypted section without its key. Its CRC_32 was right.
 *
 * @param protocolVersion 8 bits
 * @param encryptionAlgorithm 6 bits: 1 DES-ECB, 2 DES-CBC, 3 triple DES, 32 and more private
 * @param ptsAdjustment 33 bits, in 90 kHz ticks
 * @param cwIndex 8 bits: which control word decrypts it
 * @param tier 12 bits
 */
public record EncryptedSection(
        int protocolVersion, int encryptionAlgorithm, long ptsAdjustment, int cwIndex, int tier) {}
