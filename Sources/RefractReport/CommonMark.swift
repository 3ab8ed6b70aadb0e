// CommonMark to HTML through libcmark.
internal import CCMark
