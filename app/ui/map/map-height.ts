/** Of a map and of the space that is kept for it, so that nothing jumps when it comes. */
export const mapHeight = 'h-[min(70vh,40rem)] min-h-80';
