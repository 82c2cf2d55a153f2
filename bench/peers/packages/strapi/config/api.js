// The best way may ask for as much as it wants at once; the default way keeps to the hundred of a new project.
module.exports = { rest: { defaultLimit: 25, maxLimit: 5_000, withCount: true } };
