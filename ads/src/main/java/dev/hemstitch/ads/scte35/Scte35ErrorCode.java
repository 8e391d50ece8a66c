package dev.hemstitch.ads.scte35;

/** Why a section cannot be read. A name is never given to another problem later. */
public enum Scte35ErrorCode {
    /** The text is neither base64 nor hexadecimal. */
    NOT_BASE64_NOR_HEX,
    /** There are fewer bytes than a section's table_id and section_length take. */
    TOO_SHORT,
    /** The first byte is not 0xFC. */
    WRONG_TABLE_ID,
    /** The section_length, or what was given, is more than a section may have: 4093 behind that field, 4096 in all. */
    SECTION_TOO_LONG,
    /** The section_length is too small for the fields that each section has. */
    SECTION_TOO_SHORT,
    /** There are fewer bytes than section_length says. */
    TRUNCATED,
    /** There are more bytes than section_length says, and not all of those are stuffing, 0xFF. */
    TRAILING_DATA,
    /** The CRC_32 is not that of the section. */
    CRC_MISMATCH,
    /** The command and the descriptors are encrypted; {@link Scte35Exception#encrypted} has what is not. */
    ENCRYPTED,
    /** The splice_command_length reaches beyond the section. */
    COMMAND_TOO_LONG,
    /** The command has more fields than splice_command_length, or the section, has room for. */
    COMMAND_TRUNCATED,
    /** The legacy splice_command_length 0xFFF before a command whose length nothing else tells. */
    COMMAND_LENGTH_UNKNOWN,
    /** The descriptor_loop_length reaches beyond the section. */
    DESCRIPTOR_LOOP_TOO_LONG,
    /** A descriptor reaches beyond the descriptor loop. */
    DESCRIPTOR_TOO_LONG,
    /** A descriptor has more fields than its descriptor_length has room for. */
    DESCRIPTOR_TRUNCATED
}
