// The types of adaptivecards-templating name this file of the renderer by its TypeScript source, which does not compile
// under our flags. Only the name has to exist: we never use what it describes.
export type IAdaptiveCard = unknown;
