module.exports = function absent() {};
