SELECT from_state, to_state FROM transition ORDER BY from_state, to_state;
